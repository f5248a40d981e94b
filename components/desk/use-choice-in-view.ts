import { type RefObject, useEffect, useRef } from 'react';
import { useDeskState } from './desk-state';
import { firstPieceOf, scrollToMark, visibleHeight } from './scroll-to-mark';

/**
 * Brings the chosen mark into view, once for each choice, and gives it the focus when it was chosen by a key, so that a
 * screen reader reads on from there. A mark that is not drawn yet is waited for: with it the layout gets a new version.
 */
export function useChoiceInView(text: RefObject<HTMLElement | null>): void {
  const chosenId = useDeskState((state) => state.chosenId);
  const chosenFrom = useDeskState((state) => state.chosenFrom);
  const layoutVersion = useDeskState((state) => state.layoutVersion);
  const seen = useRef<{ readonly id: string | undefined; readonly from: string }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each version of the layout may bring the mark.
  useEffect(() => {
    if (seen.current?.id === chosenId && seen.current?.from === chosenFrom) return;
    const piece =
      chosenId === undefined || text.current === null ? undefined : firstPieceOf(text.current, chosenId);
    if (chosenId !== undefined && piece === undefined) return;
    seen.current = { id: chosenId, from: chosenFrom };
    if (piece === undefined) return;
    scrollToMark(piece, visibleHeight(), chosenFrom === 'text');
    if (chosenFrom === 'key') piece.focus({ preventScroll: true });
  }, [text, chosenId, chosenFrom, layoutVersion]);
}
