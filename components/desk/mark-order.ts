/** Walking from mark to mark in the order of the text. */
import type { Range } from '@/domain/span';

interface Standing {
  readonly id: string;
  readonly spans: readonly Range[];
}

/**
 * The mark after the chosen one in text order, or the one before it; at either end it stays. With none chosen: the first
 * that begins at `from` (an offset into the revision's text, where the reader is) or later, or the last before it.
 * Undefined when there are no marks. `marks` stand in text order.
 */
export function stepMark<Mark extends Standing>(
  marks: readonly Mark[],
  chosenId: string | undefined,
  step: 'next' | 'previous',
  from: number,
): Mark | undefined {
  const place = marks.findIndex((mark) => mark.id === chosenId);
  if (place !== -1)
    return marks[step === 'next' ? Math.min(place + 1, marks.length - 1) : Math.max(place - 1, 0)];
  const later = marks.findIndex((mark) => (mark.spans[0]?.start ?? 0) >= from);
  if (step === 'next') return later === -1 ? marks.at(-1) : marks[later];
  return later === -1 ? marks.at(-1) : marks[Math.max(later - 1, 0)];
}
