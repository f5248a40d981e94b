import { type Block, blockOffsets } from '@/domain/revision';
import type { DrawnMark } from './mark-store';
import { blocksInFirstPaint } from './text-sections';

/** Of an article's marks those that its page draws, with what drawing needs and no more: it is sent before all else. */
export function firstMarks(blocks: readonly Block[], marks: readonly DrawnMark[]): DrawnMark[] {
  const drawnBlocks = blocksInFirstPaint(blocks);
  const end = blockOffsets(blocks)[drawnBlocks] ?? Number.POSITIVE_INFINITY;
  return marks
    .filter((mark) => mark.spans.some((span) => span.start < end))
    .map(({ id, kind, status, spans, author }) => ({
      id,
      kind,
      status,
      spans: spans.map((span) => ({ start: span.start, end: span.end })),
      author: { id: author.id, name: author.name },
    }));
}
