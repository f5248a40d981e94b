/** Bringing marks, and places of the text, into view. */

/** Where a chosen mark should stand, as parts of the visible height: below the first, above the second. */
const CALM = { from: 0.14, to: 0.72 };
/** Where a mark may stay that was pressed: anywhere but at the very edge. */
const IN_SIGHT = { from: 0.08, to: 0.92 };

/** The element with which a mark begins under `root`; undefined while it is not drawn. */
export function firstPieceOf(root: ParentNode, id: string): HTMLElement | undefined {
  return root.querySelector<HTMLElement>(`mark[data-first][data-mark="${CSS.escape(id)}"]`) ?? undefined;
}

/**
 * Brings a mark into the calm middle of the window, as far as nothing stands before it: `height` is what can be seen of
 * the window, in px from its top. Does nothing when it stands there already, and for a mark that was pressed
 * (`isPressed`) when it can be seen at all. Near marks are scrolled to gently, unless the person wants no motion; far ones
 * are jumped to, as a long ride explains nothing.
 */
export function scrollToMark(piece: HTMLElement, height: number, isPressed: boolean): void {
  const box = piece.getClientRects()[0] ?? piece.getBoundingClientRect();
  scrollToBox(box, height, isPressed ? IN_SIGHT : CALM);
}

/** The same for any place, given in px from the top of the window. Whether it was jumped to. */
export function scrollToBox(
  { top, bottom }: { readonly top: number; readonly bottom: number },
  height: number,
  zone: typeof CALM = CALM,
): boolean {
  if (top >= height * zone.from && bottom <= height * zone.to) return false;
  const isFar = top < -height || top > height * 2;
  const isStill = isFar || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: top - height * 0.35, behavior: isStill ? 'instant' : 'smooth' });
  return isStill;
}

/** What can be seen of the window, in px from its top: at phone width the sheet of cards stands before the rest. */
export function visibleHeight(): number {
  const sheet = document.querySelector('.desk-cards > section');
  return sheet === null ? window.innerHeight : sheet.getBoundingClientRect().top;
}
