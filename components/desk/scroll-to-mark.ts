/** Bringing marks into view. */

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
  const { top, bottom } = piece.getClientRects()[0] ?? piece.getBoundingClientRect();
  const calm = isPressed ? IN_SIGHT : CALM;
  if (top >= height * calm.from && bottom <= height * calm.to) return;
  const isFar = top < -height || top > height * 2;
  const isStill = isFar || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: top - height * 0.35, behavior: isStill ? 'instant' : 'smooth' });
}
