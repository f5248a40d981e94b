/** Going to where a colleague is in the text, and back. */
import { blockElements, toDomRange } from '@/components/desk/dom-range';
import { scrollToBox, visibleHeight } from '@/components/desk/scroll-to-mark';
import type { Range } from '@/domain/span';

/** Sections around a far place get their true height only when they come into view: it is looked for again so often. */
const LOOKS = 5;

/** Brings a place of the text into the middle of the window, as far as it is not there. */
export function goToPlace(text: HTMLElement, place: Range, looks = LOOKS): void {
  const range = toDomRange(text, place);
  if (range === undefined) return;
  const holder =
    range.endContainer instanceof Element ? range.endContainer : range.endContainer.parentElement;
  const box = [...range.getClientRects()].at(-1) ?? holder?.getBoundingClientRect();
  if (box === undefined || !scrollToBox(box, visibleHeight()) || looks === 1) return;
  requestAnimationFrame(() => goToPlace(text, place, looks - 1));
}

/**
 * Remembers what is in view; what it gives brings the same words back to the same height, whatever was drawn above them
 * in the meantime.
 */
export function rememberView(text: HTMLElement): () => void {
  const block = blockElements(text).find((each) => each.getBoundingClientRect().bottom > 0);
  const { scrollY } = window;
  if (block === undefined) return () => window.scrollTo({ top: scrollY, behavior: 'instant' });
  const { top } = block.getBoundingClientRect();
  return () => comeBack(block, top, LOOKS);
}

function comeBack(block: HTMLElement, top: number, looks: number): void {
  const off = block.getBoundingClientRect().top - top;
  if (Math.abs(off) < 1 || looks === 0) return;
  window.scrollBy({ top: off, behavior: 'instant' });
  requestAnimationFrame(() => comeBack(block, top, looks - 1));
}
