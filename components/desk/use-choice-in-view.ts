import { type RefObject, useEffect } from 'react';
import { useDeskState } from './desk-state';
import { firstPieceOf, scrollToMark } from './scroll-to-mark';

/**
 * Brings the chosen mark into view, and gives it the focus when it was chosen by a key, so that a screen reader reads on
 * from there. `isDrawn` tells whether the marks have come.
 */
export function useChoiceInView(text: RefObject<HTMLElement | null>, isDrawn: boolean): void {
  const chosenId = useDeskState((state) => state.chosenId);
  const chosenFrom = useDeskState((state) => state.chosenFrom);
  useEffect(() => {
    if (!isDrawn || chosenId === undefined || text.current === null) return;
    const piece = firstPieceOf(text.current, chosenId);
    if (piece === undefined) return;
    scrollToMark(piece, visibleHeight(), chosenFrom === 'text');
    if (chosenFrom === 'key') piece.focus({ preventScroll: true });
  }, [text, isDrawn, chosenId, chosenFrom]);
}

/** What can be seen of the window, in px from its top: at phone width the sheet of cards stands before the rest. */
function visibleHeight(): number {
  const sheet = document.querySelector('.desk-cards > section');
  return sheet === null ? window.innerHeight : sheet.getBoundingClientRect().top;
}
