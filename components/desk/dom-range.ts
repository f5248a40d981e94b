/**
 * Between the browser's selection and offsets into the revision's text. The only file that knows both DOM ranges and
 * offsets.
 *
 * What it relies on: inside `root`, every block of the text is one element with `data-offset`, the offset at which the
 * block begins (UTF-16 code units into the revision's text); blocks stand in text order and not inside one another; the
 * text nodes of a block, joined, are the block's text and nothing else. Between two blocks the text has one line feed.
 */
import type { Range } from '@/domain/span';

const BLOCK = '[data-offset]';

/** The blocks of the text under `root`, in text order. */
export function blockElements(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCK)];
}

/** The offset in the revision's text at which a block element begins. */
export function offsetOfBlock(block: HTMLElement): number {
  return Number(block.dataset['offset']);
}

/**
 * The offsets of a DOM range, as far as it lies in the text under `root`: a range that begins before the text or ends
 * behind it is cut to it. Undefined when it touches no block. Collapsed ranges have `start === end`.
 */
export function readRange(root: ParentNode, range: AbstractRange): Range | undefined {
  const blocks = blockElements(root);
  const start = offsetAt(blocks, range.startContainer, range.startOffset, 'start');
  const end = offsetAt(blocks, range.endContainer, range.endOffset, 'end');
  return start === undefined || end === undefined || start > end ? undefined : { start, end };
}

/** Both ends of a selection as offsets, in the order in which it was made; undefined when it touches no block. */
export interface SelectedOffsets {
  readonly anchor: number;
  readonly focus: number;
}

/** The selection under `root` with its direction; undefined when there is none, or none that touches the text. */
export function readSelection(root: ParentNode, selection: Selection | null): SelectedOffsets | undefined {
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = readRange(root, selection.getRangeAt(0));
  if (range === undefined) return undefined;
  const { start, end } = range;
  return isBackward(selection) ? { anchor: end, focus: start } : { anchor: start, focus: end };
}

/** Selects the same words again. Does nothing when an offset lies in no block under `root`. */
export function writeSelection(
  root: ParentNode,
  selection: Selection,
  { anchor, focus }: SelectedOffsets,
): void {
  const range = toDomRange(root, { start: Math.min(anchor, focus), end: Math.max(anchor, focus) });
  if (range === undefined) return;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (anchor <= focus) selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  else selection.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset);
}

/** The DOM range of offsets, its ends inside text nodes where there are any. Undefined where no block holds an end. */
export function toDomRange(root: ParentNode, { start, end }: Range): globalThis.Range | undefined {
  const blocks = blockElements(root);
  const from = pointAt(blocks, start, 'after');
  const to = pointAt(blocks, end, start === end ? 'after' : 'before');
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The blocks under `root` that the browser has laid out: those in far sections have no boxes that could be measured. */
export function laidOutBlocks(root: ParentNode): HTMLElement[] {
  return blockElements(root).filter((block) => block.checkVisibility({ contentVisibilityAuto: true }));
}

/**
 * Where the words of a range stand in the window, as far as they are in these blocks (in text order): the boxes of the
 * letters alone, piece by piece, without the room that marks take around them.
 */
export function wordBoxes(blocks: readonly HTMLElement[], { start, end }: Range): DOMRect[] {
  const boxes: DOMRect[] = [];
  const range = document.createRange();
  const first = firstFrom(blocks, (block) => offsetOfBlock(block) > start) - 1;
  for (const block of blocks.slice(Math.max(first, 0))) {
    let offset = offsetOfBlock(block);
    if (offset >= end) break;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node instanceof Text && offset < end; node = walker.nextNode()) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, node.length);
      offset += node.length;
      if (from >= to) continue;
      range.setStart(node, from);
      range.setEnd(node, to);
      boxes.push(...range.getClientRects());
    }
  }
  return boxes;
}

/** Where a caret stands in the window, in px. */
export interface CaretBox {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The caret at the end of a range, or where it is collapsed. Behind the last word of a selection: at that word's line,
 * and on its far side, which is the left one in words that run to the left. Undefined where none of these blocks holds it.
 */
export function caretBox(blocks: readonly HTMLElement[], { start, end }: Range): CaretBox | undefined {
  const isCollapsed = start === end;
  const place = firstFrom(blocks, (each) => offsetOfBlock(each) > (isCollapsed ? end : end - 1)) - 1;
  const block = blocks[place];
  if (block === undefined) return undefined;
  // A selection may end with the line feed behind a block; its caret stays with the words.
  const within = end - offsetOfBlock(block);
  const length = lengthOf(block);
  if (within > length + (isCollapsed ? 0 : 1)) return undefined;
  const point = pointIn(block, Math.min(within, length), isCollapsed ? 'after' : 'before');
  if (point === undefined) return undefined;
  const range = document.createRange();
  range.setStart(point.node, point.offset);
  const carets = [...range.getClientRects()].map(boxOf);
  if (isCollapsed || point.offset === 0) return carets[0];
  range.setStart(point.node, point.offset - 1);
  // Where writing changes its direction one offset has two carets: the one that touches the last word is meant. And
  // where a line ends behind the word, the caret stands at the next line's beginning, the word does not.
  const last = [...range.getClientRects()];
  const touching = carets.find(({ x, top }) =>
    last.some((word) => Math.abs(word.top - top) < 1 && (isAt(x, word.left) || isAt(x, word.right))),
  );
  const word = last[0];
  if (touching !== undefined || word === undefined) return touching ?? carets[0];
  return { ...boxOf(word), x: getComputedStyle(block).direction === 'rtl' ? word.left : word.right };
}

function isAt(x: number, edge: number): boolean {
  return Math.abs(x - edge) < 1;
}

function boxOf({ left, top, bottom }: DOMRect): CaretBox {
  return { x: left, top, bottom };
}

/** A point of the DOM as an offset. `end` tells to which side a point between two blocks belongs. */
function offsetAt(
  blocks: readonly HTMLElement[],
  node: Node,
  offset: number,
  end: 'start' | 'end',
): number | undefined {
  const holder = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(BLOCK);
  if (holder != null && blocks.includes(holder))
    return offsetOfBlock(holder) + lengthBefore(holder, node, offset);
  const place = firstFrom(blocks, (block) => !liesBefore(block, node, offset));
  const block = end === 'start' ? blocks[place] : blocks[place - 1];
  if (block === undefined) return undefined;
  return offsetOfBlock(block) + (end === 'start' ? 0 : lengthOf(block));
}

/** How much of a block's text comes before a point inside it. */
function lengthBefore(block: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

function lengthOf(block: HTMLElement): number {
  return block.textContent.length;
}

/** Whether all of a block comes before a point outside every block. */
function liesBefore(block: HTMLElement, node: Node, offset: number): boolean {
  const range = document.createRange();
  range.setStart(node, offset);
  return range.comparePoint(block, 0) < 0;
}

/** The first place from which the condition holds, given that it never ceases to; the length when it never does. */
function firstFrom<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && !holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The point of the DOM at an offset. Where one text node ends and the next begins, `side` decides: a range should begin
 * in the node after and end in the node before, so that it holds no empty pieces.
 */
function pointAt(
  blocks: readonly HTMLElement[],
  offset: number,
  side: 'before' | 'after',
): { readonly node: Node; readonly offset: number } | undefined {
  const block = blocks[firstFrom(blocks, (each) => offsetOfBlock(each) > offset) - 1];
  return block && pointIn(block, offset - offsetOfBlock(block), side);
}

/** The same within one block, where `offset` counts from the block's beginning. */
function pointIn(
  block: HTMLElement,
  offset: number,
  side: 'before' | 'after',
): { readonly node: Node; readonly offset: number } | undefined {
  if (offset > lengthOf(block)) return undefined;
  let left = offset;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let last: Text | undefined;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    const fits = side === 'before' ? left <= node.length : left < node.length;
    if (fits && (left > 0 || side === 'after' || last === undefined)) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last === undefined ? { node: block, offset: 0 } : { node: last, offset: last.length };
}

function isBackward(selection: Selection): boolean {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (anchorNode === null || focusNode === null) return false;
  if (anchorNode === focusNode) return anchorOffset > focusOffset;
  const range = document.createRange();
  range.setStart(anchorNode, anchorOffset);
  return range.comparePoint(focusNode, focusOffset) < 0;
}
