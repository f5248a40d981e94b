/**
 * The article's blocks with their marks. Only the article's own words are text in the page: the reference numbers are
 * drawn by the style, so that what a reader copies, or a program reads, is what the newsroom wrote.
 */
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import { blockDirection } from '@/domain/export/html/direction';
import { escapeHtml } from '@/domain/export/html/escape';
import { markLabel } from '@/domain/export/html/label';
import { type Block, blockOffsets } from '@/domain/revision';
import { type BlockSpan, lanesOf, nestSegments, type Piece, segmentsOf } from '@/domain/segments';

/** A mark with its number in the apparatus, from 1 in text order. */
export interface NumberedMark {
  readonly number: number;
  readonly annotation: Annotation;
}

/** A span as far as it lies in one block. */
interface MarkSpan extends BlockSpan {
  readonly mark: NumberedMark;
  readonly lane: number;
  /** Whether the mark begins with this piece; its anchor stands there. */
  readonly beginsMark: boolean;
  /** Whether the span ends in this block; its reference number stands there. */
  readonly endsSpan: boolean;
}

/** How many lanes of underlines there is room for; further ones share the last. */
const LANES = 4;

/**
 * How many marks on the same words are drawn inside one another; further ones stand in the apparatus only. Browsers
 * flatten what nests deeper than some 500 elements, and no reader tells apart even a tenth of that.
 */
const DEEPEST = 64;

/** The marks of which a span lies under too many others to be drawn. */
export function undrawnMarks(marks: readonly NumberedMark[]): Set<NumberedMark> {
  return new Set(
    placedSpans(marks)
      .filter(({ lane }) => lane >= DEEPEST)
      .map(({ mark }) => mark),
  );
}

/** The blocks as HTML, a piece a block. */
export function* writeBlocks(
  { revision: { blocks }, language }: Article,
  marks: readonly NumberedMark[],
): Generator<string> {
  const spans = spansByBlock(blocks, marks);
  let open: string | undefined;
  for (const [index, block] of blocks.entries()) {
    const group = groupOf[block.type];
    if (group !== open) {
      if (open !== undefined) yield `</${open}>\n`;
      if (group !== undefined) yield `<${group}>\n`;
      open = group;
    }
    const tag = tagOf(block);
    const label = block.type === 'caption' ? ' class="caption"' : '';
    yield `<${tag}${label} dir="${blockDirection(block.text, language)}">${new BlockWriter(block.text).write(
      nestSegments(segmentsOf(block.text, block.marks, spans[index] ?? [])),
    )}</${tag}>\n`;
  }
  if (open !== undefined) yield `</${open}>\n`;
}

/** The element around neighbours of a type. */
const groupOf = {
  heading: undefined,
  paragraph: undefined,
  blockquote: 'blockquote',
  listItem: 'ul',
  caption: undefined,
} as const satisfies Record<Block['type'], string | undefined>;

function tagOf(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `h${block.level ?? 2}`;
    case 'listItem':
      return 'li';
    case 'paragraph':
    case 'blockquote':
    case 'caption':
      return 'p';
  }
}

/** For each block the parts of spans in it, offsets from the block's beginning. */
function spansByBlock(blocks: readonly Block[], marks: readonly NumberedMark[]): MarkSpan[][] {
  const offsets = blockOffsets(blocks);
  const byBlock: MarkSpan[][] = blocks.map(() => []);
  for (const { mark, span, beginsMark, lane } of placedSpans(marks)) {
    if (lane >= DEEPEST) continue;
    for (let index = blockAt(offsets, span.start); index < blocks.length; index += 1) {
      const offset = offsets[index] ?? 0;
      const length = blocks[index]?.text.length ?? 0;
      if (offset >= span.end) break;
      const start = Math.max(span.start - offset, 0);
      const end = Math.min(span.end - offset, length);
      if (start < end) {
        byBlock[index]?.push({
          id: mark.annotation.id,
          start,
          end,
          mark,
          lane: Math.min(lane, LANES - 1),
          beginsMark: beginsMark && start === span.start - offset,
          endsSpan: end === span.end - offset,
        });
      }
    }
  }
  return byBlock;
}

/** All spans with the lane of each, in the order of the marks. */
function placedSpans(marks: readonly NumberedMark[]) {
  const spans = marks.flatMap((mark) =>
    mark.annotation.spans.map((span, place) => ({ mark, span, beginsMark: place === 0 })),
  );
  const lanes = lanesOf(
    spans.map(({ mark, span }) => ({ id: mark.annotation.id, start: span.start, end: span.end })),
  );
  return spans.map((span, place) => ({ ...span, lane: lanes[place] ?? 0 }));
}

/** The last block that begins at or before an offset. */
function blockAt(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] ?? Number.POSITIVE_INFINITY) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Writes the pieces of one block, and the reference numbers where no link and no character is cut by them. */
class BlockWriter {
  readonly #text: string;
  #at = 0;
  #insideLink = false;
  #waiting: NumberedMark[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  write(pieces: readonly Piece<MarkSpan>[]): string {
    return this.#pieces(pieces) + this.#references(true);
  }

  #pieces(pieces: readonly Piece<MarkSpan>[]): string {
    return pieces.map((piece) => this.#piece(piece)).join('');
  }

  #piece(piece: Piece<MarkSpan>): string {
    switch (piece.type) {
      case 'words':
        return this.#words(piece.text, piece.strong, piece.em);
      case 'mark':
        return this.#mark(piece.span, piece.start, piece.pieces);
      case 'link':
        return this.#link(piece.href, piece.pieces);
    }
  }

  #words(text: string, strong: boolean, em: boolean): string {
    const before = this.#references(false);
    const cluster = this.#waiting.length === 0 || this.#insideLink ? 0 : clusterRest(this.#text, this.#at);
    const head = text.slice(0, cluster);
    const tail = text.slice(cluster);
    this.#at += head.length;
    const between = head === '' ? '' : this.#references(false);
    this.#at += tail.length;
    return before + emphasised(head, strong, em) + between + emphasised(tail, strong, em);
  }

  #mark(span: MarkSpan, start: number, pieces: readonly Piece<MarkSpan>[]): string {
    const before = this.#references(false);
    const { number, annotation } = span.mark;
    const anchor = span.beginsMark && start === span.start ? ` id="mark-${number}"` : '';
    const title = escapeHtml(`${number}. ${markLabel(annotation)}`);
    const open = `<mark${anchor} class="${annotation.kind} ${annotation.status} lane-${span.lane}" data-annotation="${annotation.id}" title="${title}">`;
    const content = this.#pieces(pieces);
    if (span.endsSpan && this.#at === span.end) this.#waiting.push(span.mark);
    return `${before}${open}${content}</mark>`;
  }

  #link(href: string, pieces: readonly Piece<MarkSpan>[]): string {
    const before = this.#references(false);
    this.#insideLink = true;
    const content = this.#pieces(pieces);
    this.#insideLink = false;
    return `${before}<a class="link" href="${escapeHtml(href)}" rel="noopener noreferrer">${content}</a>`;
  }

  /** The numbers that wait, if this is a place for them: links do not nest, and a character is not to be torn apart. */
  #references(isLast: boolean): string {
    if (this.#waiting.length === 0) return '';
    if (!isLast && (this.#insideLink || clusterRest(this.#text, this.#at) > 0)) return '';
    const references = this.#waiting.map(reference).join('');
    this.#waiting = [];
    return references;
  }
}

function emphasised(text: string, strong: boolean, em: boolean): string {
  if (text === '') return '';
  const escaped = escapeHtml(text);
  const emphatic = em ? `<em>${escaped}</em>` : escaped;
  return strong ? `<strong>${emphatic}</strong>` : emphatic;
}

function reference({ number, annotation }: NumberedMark): string {
  const label = escapeHtml(`Mark ${number}: ${markLabel(annotation)}`);
  return `<a class="ref" href="#note-${number}" data-number="${number}" role="doc-noteref" aria-label="${label}"></a>`;
}

/** What continues a character that has begun: combining marks, emoji modifiers, joiners. */
const CONTINUES = /^(?:\p{M}|\p{Emoji_Modifier}|\u200D)/u;

/** How many code units after an offset still belong to the character before it. */
function clusterRest(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && at < text.length) {
    const rest = text.slice(at, at + 2);
    const joined = text.charAt(at - 1) === '\u200D';
    if (!joined && !CONTINUES.test(rest)) break;
    at += String.fromCodePoint(rest.codePointAt(0) ?? 0).length;
  }
  return at - offset;
}
