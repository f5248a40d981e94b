/**
 * The marks as the text draws them, block by block. A small store outside React: every block of the text listens to its
 * own spans, so that a change draws only the blocks that it touches, however long the article is.
 */
import type { AnnotationStatus } from '@/domain/annotation';
import type { Kind } from '@/domain/kinds';
import type { Person } from '@/domain/person';
import { type Block, blockOffsets } from '@/domain/revision';
import { type BlockSpan, compareSpans } from '@/domain/segments';
import type { Range } from '@/domain/span';

/** What drawing a mark needs to know; every annotation is one. */
export interface DrawnMark {
  readonly id: string;
  readonly kind: Kind;
  readonly status: AnnotationStatus;
  readonly spans: readonly Range[];
  readonly author: Person;
}

/** A span in a block, with its mark; offsets into the block's own text. */
export interface DrawnSpan extends BlockSpan {
  readonly mark: DrawnMark;
  readonly chosen: boolean;
  /** Whether the mark begins with this piece, and whether it ends with it; both count over all its spans and blocks. */
  readonly opens: boolean;
  readonly closes: boolean;
}

export interface MarkStore {
  /** Draws exactly these marks. One that would be drawn as before is taken as unchanged, whatever else became of it. */
  show(marks: readonly DrawnMark[], chosenId: string | undefined): void;
  /** Lets the blocks from `first` up to `end` (exclusive) draw their marks; before that they are drawn without. */
  open(first: number, end: number): void;
  /** The spans in a block in text order; the same array as long as nothing in it changes. */
  readonly spansOf: (block: number) => readonly DrawnSpan[];
  readonly subscribe: (block: number, listener: () => void) => () => void;
  /** The block that holds an offset of the revision's text (a line feed belongs to the block before it). */
  readonly blockAt: (offset: number) => number;
}

const NOTHING: readonly DrawnSpan[] = [];

/** A store for the blocks of a revision. Blocks from `openBlocks` on draw no marks until they are opened. */
export function createMarkStore(blocks: readonly Block[], openBlocks = blocks.length): MarkStore {
  const offsets = blockOffsets(blocks);
  const lengths = blocks.map((block) => block.text.length);
  const listeners = new Map<number, Set<() => void>>();
  const placed = new WeakMap<DrawnMark, Placed>();
  const opened = blocks.map((_, block) => block < openBlocks);
  let shown = new Map<number, readonly DrawnSpan[]>();
  let known = new Map<string, DrawnMark>();

  const blockAt = (offset: number) => lastAtMost(offsets, offset);
  const wake = (block: number) => {
    for (const listener of listeners.get(block) ?? []) listener();
  };

  /** The spans of a mark by block, made once for each of its two looks. */
  const place = (mark: DrawnMark, chosen: boolean): readonly (readonly [number, DrawnSpan])[] => {
    const looks = placed.get(mark) ?? {};
    placed.set(mark, looks);
    const look = chosen ? 'chosen' : 'plain';
    looks[look] ??= spansByBlock(mark, chosen, { offsets, lengths, blockAt });
    return looks[look];
  };

  return {
    show: (marks, chosenId) => {
      const next = new Map<number, DrawnSpan[]>();
      const drawn = marks.map((mark) => asBefore(known.get(mark.id), mark));
      for (const mark of drawn) {
        for (const [block, span] of place(mark, mark.id === chosenId)) {
          const spans = next.get(block);
          if (spans === undefined) next.set(block, [span]);
          else spans.push(span);
        }
      }
      const before = shown;
      const settled = new Map<number, readonly DrawnSpan[]>();
      const changed = new Set([...before.keys()].filter((block) => !next.has(block)));
      for (const [block, spans] of next) {
        spans.sort(compareSpans);
        const old = before.get(block);
        const same = old?.length === spans.length && spans.every((span, at) => span === old[at]);
        settled.set(block, same && old !== undefined ? old : spans);
        if (!same) changed.add(block);
      }
      shown = settled;
      known = new Map(drawn.map((mark) => [mark.id, mark]));
      for (const block of changed) if (opened[block] === true) wake(block);
    },
    open: (first, end) => {
      for (let block = first; block < Math.min(end, blocks.length); block += 1) {
        if (opened[block] === true) continue;
        opened[block] = true;
        if (shown.has(block)) wake(block);
      }
    },
    spansOf: (block) => (opened[block] === true ? (shown.get(block) ?? NOTHING) : NOTHING),
    subscribe: (block, listener) => {
      const of = listeners.get(block) ?? new Set();
      listeners.set(block, of.add(listener));
      return () => of.delete(listener);
    },
    blockAt,
  };
}

/** The mark, or the one that was drawn for it where nothing would be drawn differently. */
function asBefore(before: DrawnMark | undefined, mark: DrawnMark): DrawnMark {
  if (before === undefined || before === mark) return mark;
  const same =
    before.kind === mark.kind &&
    before.status === mark.status &&
    before.author.name === mark.author.name &&
    before.spans.length === mark.spans.length &&
    before.spans.every(
      ({ start, end }, at) => mark.spans[at]?.start === start && mark.spans[at]?.end === end,
    );
  return same ? before : mark;
}

interface Placed {
  plain?: readonly (readonly [number, DrawnSpan])[];
  chosen?: readonly (readonly [number, DrawnSpan])[];
}

interface Layout {
  readonly offsets: readonly number[];
  readonly lengths: readonly number[];
  readonly blockAt: (offset: number) => number;
}

/** The pieces of a mark in text order, each with the block it lies in. Pieces of line feeds alone are left out. */
function spansByBlock(
  mark: DrawnMark,
  chosen: boolean,
  { offsets, lengths, blockAt }: Layout,
): (readonly [number, DrawnSpan])[] {
  const pieces = mark.spans.flatMap((span) => {
    const blocks = Array.from({ length: blockAt(span.end - 1) - blockAt(span.start) + 1 });
    return blocks.flatMap((_, step) => {
      const block = blockAt(span.start) + step;
      const from = offsets[block] ?? 0;
      const start = Math.max(span.start - from, 0);
      const end = Math.min(span.end - from, lengths[block] ?? 0);
      return start < end ? [{ block, start, end }] : [];
    });
  });
  return pieces.map(({ block, start, end }, at) => [
    block,
    { id: mark.id, mark, chosen, start, end, opens: at === 0, closes: at === pieces.length - 1 },
  ]);
}

/** The place of the last number that is at most the limit, in an ascending list; 0 when all are above it. */
function lastAtMost(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}
