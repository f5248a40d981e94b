/** Inline marks of a stretch of text. */
import type { InlineMark } from '@/domain/revision';

/** The marks of a text that reach into `[start, end)`, cut to it and counted from its start; UTF-16 code units. */
export function marksWithin(
  { marks }: { readonly marks: readonly InlineMark[] },
  start: number,
  end: number,
): InlineMark[] {
  return marks.flatMap((mark) => {
    const from = Math.max(mark.start, start) - start;
    const to = Math.min(mark.end, end) - start;
    return from < to ? [{ ...mark, start: from, end: to }] : [];
  });
}
