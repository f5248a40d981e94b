/**
 * How a block's text falls into pieces where marks and inline emphasis begin and end, and how the pieces nest, so that
 * overlapping marks can be drawn as elements. Pure arithmetic on offsets; all are UTF-16 code units into the block's
 * own text, end exclusive.
 */
import type { InlineMark } from '@/domain/revision';

/** A span as far as it lies in one block. */
export interface BlockSpan {
  /** Of the annotation; several spans of a block may share it. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch of text over which nothing begins or ends; never empty. */
export interface Segment<S extends BlockSpan = BlockSpan> {
  readonly start: number;
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  /** The spans and links over it, outermost first. */
  readonly layers: readonly Layer<S>[];
}

/** What is drawn as an element around words: the span of a mark, or a link. */
export type Layer<S extends BlockSpan = BlockSpan> =
  | (BlockSpan & { readonly type: 'mark'; readonly span: S })
  | (BlockSpan & { readonly type: 'link'; readonly href: string });

/** A piece of the nested form. */
export type Piece<S extends BlockSpan = BlockSpan> =
  | {
      readonly type: 'words';
      readonly start: number;
      readonly text: string;
      readonly strong: boolean;
      readonly em: boolean;
    }
  | { readonly type: 'mark'; readonly start: number; readonly span: S; readonly pieces: readonly Piece<S>[] }
  | {
      readonly type: 'link';
      readonly start: number;
      readonly href: string;
      readonly pieces: readonly Piece<S>[];
    };

/**
 * The order of the text: earlier start first, of equal starts the longer first, then by id. An outer span comes before
 * those inside it, so that it is the order of nesting as well.
 */
export function compareSpans(a: BlockSpan, b: BlockSpan): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Splits a text at every edge of its inline marks and spans. Joined, the segments are the text. */
export function segmentsOf<S extends BlockSpan>(
  text: string,
  inline: readonly InlineMark[],
  spans: readonly S[],
): Segment<S>[] {
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...inline, ...spans]) {
    edges.add(clamp(start, text.length));
    edges.add(clamp(end, text.length));
  }
  const waiting = layersOf(inline, spans);
  const cuts = [...edges].sort((a, b) => a - b);
  const segments: Segment<S>[] = [];
  let next = 0;
  let layers: readonly Layer<S>[] = [];
  for (const [index, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[index + 1] ?? text.length;
    const staying = layers.filter((layer) => layer.end > start);
    const arriving: Layer<S>[] = [];
    for (let layer = waiting[next]; layer !== undefined && layer.start <= start; layer = waiting[next]) {
      if (layer.end > start) arriving.push(layer);
      next += 1;
    }
    // What arrives starts later than what stays, so that appending keeps the order of nesting.
    layers = arriving.length > 0 || staying.length < layers.length ? [...staying, ...arriving] : layers;
    const over = inline.filter((mark) => mark.start <= start && mark.end >= end);
    segments.push({
      start,
      text: text.slice(start, end),
      strong: over.some((mark) => mark.type === 'strong'),
      em: over.some((mark) => mark.type === 'em'),
      layers,
    });
  }
  return segments;
}

/**
 * Spans and links in the order of nesting. Empty ones are left out, and a link that begins inside another, which HTML
 * does not allow. Of the same words, the link is the outer.
 */
function layersOf<S extends BlockSpan>(inline: readonly InlineMark[], spans: readonly S[]): Layer<S>[] {
  const marks = spans.map(
    (span): Layer<S> => ({ type: 'mark', span, id: span.id, start: span.start, end: span.end }),
  );
  let linkedTo = 0;
  const links = inline
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end, href }): Layer<S>[] => {
      if (href === undefined || start < linkedTo) return [];
      linkedTo = end;
      return [{ type: 'link', href, id: '', start, end }];
    });
  return [...links, ...marks].filter(({ start, end }) => start < end).sort(compareSpans);
}

/**
 * Nests segments: a span or link is one piece as far as it can be, and is cut where it crosses the edge of one that
 * began before it.
 */
export function nestSegments<S extends BlockSpan>(segments: readonly Segment<S>[], depth = 0): Piece<S>[] {
  return runsOf(segments, (segment) => segment.layers[depth]).flatMap(
    ({ key: layer, run, start }): Piece<S>[] => {
      if (layer === undefined) {
        return run.map(({ start, text, strong, em }) => ({ type: 'words', start, text, strong, em }));
      }
      const pieces = nestSegments(run, depth + 1);
      return layer.type === 'link'
        ? [{ type: 'link', start, href: layer.href, pieces }]
        : [{ type: 'mark', start, span: layer.span, pieces }];
    },
  );
}

interface Run<S extends BlockSpan, Key> {
  readonly key: Key;
  readonly start: number;
  readonly run: Segment<S>[];
}

/** Neighbours that share a key, as runs. */
function runsOf<S extends BlockSpan, Key>(
  segments: readonly Segment<S>[],
  keyOf: (segment: Segment<S>) => Key,
): Run<S, Key>[] {
  const runs: Run<S, Key>[] = [];
  for (const segment of segments) {
    const key = keyOf(segment);
    const last = runs.at(-1);
    if (last !== undefined && last.key === key) last.run.push(segment);
    else runs.push({ key, start: segment.start, run: [segment] });
  }
  return runs;
}

/**
 * A lane for each span, by its place in the list, so that the lines under overlapping spans do not meet: the lowest
 * that no overlapping span before it in text order has taken. Lane 0 is the nearest to the words.
 */
export function lanesOf(spans: readonly BlockSpan[]): number[] {
  const lanes: number[] = new Array<number>(spans.length).fill(0);
  const freeFrom: number[] = [];
  const inOrder = spans.map((span, place) => ({ span, place })).sort((a, b) => compareSpans(a.span, b.span));
  for (const { span, place } of inOrder) {
    const free = freeFrom.findIndex((end) => end <= span.start);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = span.end;
    lanes[place] = lane;
  }
  return lanes;
}

/** The spans over the character that begins at the offset, smallest first; of equal ones the later in text order. */
export function spansAt<S extends BlockSpan>(spans: readonly S[], offset: number): S[] {
  return smallestFirst(spans.filter((span) => span.start <= offset && offset < span.end));
}

/** Spans by their length; of equal ones the later in text order, which is the inner, comes first. */
export function smallestFirst<S extends BlockSpan>(spans: readonly S[]): S[] {
  return [...spans].sort((a, b) => a.end - a.start - (b.end - b.start) || compareSpans(b, a));
}

/**
 * The id that a click chooses where the marks of these ids lie, smallest first: the smallest, and with every further
 * click the next one outwards, from the largest back to the smallest. Undefined when none lies there.
 */
export function nextOutwards(ids: readonly string[], chosenId: string | undefined): string | undefined {
  const place = chosenId === undefined ? -1 : ids.indexOf(chosenId);
  return ids[(place + 1) % ids.length];
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(offset, 0), length);
}
