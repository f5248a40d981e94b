/**
 * Mending a draft's blocks by hand, before it is saved. A block that is mended becomes one piece, so that what was
 * recognised inside it ends there; what was recognised around it can still be undone.
 */
import type { InlineMark } from '@/domain/revision';
import { cutsSurrogatePair } from '@/domain/text';
import { type BlockType, composeBlocks, type Draft, type DraftBlock, type Piece } from './draft';
import { marksWithin } from './marks-within';

/** The block with another type; headings are crossheads, level 2. */
export function retypeBlock(draft: Draft, block: DraftBlock, type: BlockType): Draft {
  const hand = { type, ...(type === 'heading' ? { level: 2 } : {}) };
  return mapPiece(draft, block.key, (piece) => ({ ...piece, hand: { ...piece.hand, ...hand } }));
}

/** The block with other words; each line feed in them begins another block of the same type. */
export function rewriteBlock(draft: Draft, block: DraftBlock, text: string): Draft {
  const fused = fuse(draft, block);
  const marks = marksAfter(block, text);
  const next = fused.pieces.find(({ key }) => key > block.key)?.key ?? block.key + 2;
  const lines = linesOf(text);
  const step = (next - block.key) / (lines.length + 1);
  return mapPiece(fused, block.key, (piece) =>
    lines.map(({ start, line }, index) => ({
      ...piece,
      key: piece.key + index * step,
      text: line,
      marks: marksWithin({ marks }, start, start + line.length),
      ...(index === 0
        ? {}
        : { join: 'block' as const, hand: { ...piece.hand, type: block.type, join: 'block' as const } }),
    })),
  );
}

/** The block's words behind those of the block before it, with a blank; unchanged when there is none before it. */
export function mergeWithPrevious(draft: Draft, block: DraftBlock): Draft {
  const before = composeBlocks(draft).find(({ removed }) => !removed);
  if (before === undefined || before.key >= block.key) return draft;
  return mapPiece(draft, block.key, (piece) => ({ ...piece, hand: { ...piece.hand, join: ' ' } }));
}

/** The block left out of the article; it stays in the draft. */
export function removeBlock(draft: Draft, block: DraftBlock): Draft {
  return mapPiece(fuse(draft, block), block.key, (piece) => ({
    ...piece,
    hand: { ...piece.hand, type: block.type, join: 'block', removed: true },
  }));
}

/** A block that was left out, in its place again. */
export function bringBackBlock(draft: Draft, block: DraftBlock): Draft {
  return mapPiece(draft, block.key, (piece) => ({ ...piece, hand: { ...piece.hand, removed: false } }));
}

/** The draft with the block's pieces as one. */
function fuse(draft: Draft, block: DraftBlock): Draft {
  if (block.keys.length === 1) return draft;
  const others = new Set(block.keys.slice(1));
  const pieces = draft.pieces
    .filter(({ key }) => !others.has(key))
    .map((piece) => (piece.key === block.key ? { ...piece, text: block.text, marks: block.marks } : piece));
  return { ...draft, pieces };
}

function mapPiece(draft: Draft, key: number, change: (piece: Piece) => Piece | Piece[]): Draft {
  return { ...draft, pieces: draft.pieces.flatMap((piece) => (piece.key === key ? change(piece) : piece)) };
}

/** The lines of what was typed with their offsets: one as it is, of several those with words. */
function linesOf(text: string): { start: number; line: string }[] {
  const raws = text.split(/[\n\r\u2028\u2029]/);
  if (raws.length === 1) return [{ start: 0, line: text }];
  const lines: { start: number; line: string }[] = [];
  let start = 0;
  for (const raw of raws) {
    const line = raw.trim();
    if (line !== '') lines.push({ start: start + raw.indexOf(line), line });
    start += raw.length + 1;
  }
  return lines.length === 0 ? [{ start: 0, line: '' }] : lines;
}

/**
 * The marks of a block after its text was replaced. What the two texts share at both ends keeps its marks; a mark
 * around the place of change grows or shrinks with it, one inside it goes.
 */
function marksAfter(block: Pick<DraftBlock, 'text' | 'marks'>, text: string): InlineMark[] {
  const before = block.text;
  let head = 0;
  while (head < Math.min(before.length, text.length) && before[head] === text[head]) head += 1;
  if (cutsSurrogatePair(before, head) || cutsSurrogatePair(text, head)) head -= 1;
  let tail = 0;
  const most = Math.min(before.length, text.length) - head;
  while (tail < most && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  if (cutsSurrogatePair(before, before.length - tail) || cutsSurrogatePair(text, text.length - tail))
    tail -= 1;
  const holeEnd = before.length - tail;
  const shift = text.length - before.length;
  return block.marks.flatMap((mark) => {
    const start = mark.start <= head ? mark.start : Math.max(mark.start, holeEnd) + shift;
    const end = mark.end >= holeEnd ? mark.end + shift : Math.min(mark.end, head);
    return start < end ? [{ ...mark, start, end }] : [];
  });
}
