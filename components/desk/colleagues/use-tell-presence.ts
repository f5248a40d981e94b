import { type RefObject, useEffect } from 'react';
import { isLive, onConnected } from '@/components/data/live/connection';
import { createTeller, tellPlace } from '@/components/data/presence';
import { useDeskStore } from '@/components/desk/desk-state';
import { readRange } from '@/components/desk/dom-range';
import { firstPieceOf } from '@/components/desk/scroll-to-mark';
import type { Range } from '@/domain/span';

/** What shows that somebody is at work here. */
const SIGNS_OF_LIFE = ['pointermove', 'pointerdown', 'keydown', 'scroll'] as const;

/**
 * Tells the others where this person is in the article, while the page can be seen: what they have selected, where their
 * caret stands, or the mark that they chose, whichever came last.
 */
export function useTellPresence(articleId: string, text: RefObject<HTMLElement | null>): void {
  const desk = useDeskStore();
  useEffect(() => {
    let chosenId = desk.get().chosenId;
    let isAtChoice = chosenId !== undefined;
    const teller = createTeller({
      place: () => placeIn(text.current, isAtChoice ? desk.get().chosenId : undefined),
      canTell: () => document.visibilityState === 'visible' && isLive(),
      tell: (place) => tellPlace(articleId, place),
      now: () => performance.now(),
      after: (milliseconds, run) => void setTimeout(run, milliseconds),
    });

    const listening = new AbortController();
    const { signal } = listening;
    const selected = () => {
      isAtChoice = false;
      teller.moved();
    };
    document.addEventListener('selectionchange', selected, { signal });
    document.addEventListener('visibilitychange', teller.arrived, { signal });
    for (const sign of SIGNS_OF_LIFE) {
      window.addEventListener(sign, teller.didSomething, { signal, capture: true, passive: true });
    }
    const leaveDesk = desk.subscribe(() => {
      if (desk.get().chosenId === chosenId) return;
      chosenId = desk.get().chosenId;
      isAtChoice = chosenId !== undefined;
      teller.moved();
    });
    const leaveConnection = onConnected(teller.arrived);
    teller.arrived();
    return () => {
      listening.abort();
      leaveDesk();
      leaveConnection();
      teller.stop();
    };
  }, [articleId, text, desk]);
}

/** The selected words; else the beginning of the chosen mark; else the caret. Null where none of them is in the text. */
function placeIn(root: HTMLElement | null, chosenId: string | undefined): Range | null {
  const selection = document.getSelection();
  const range = selection?.rangeCount === 1 ? selection.getRangeAt(0) : undefined;
  const isInText = root !== null && range !== undefined && root.contains(range.startContainer);
  if (isInText && !range.collapsed) return readRange(root, range) ?? null;
  const mark = root === null || chosenId === undefined ? undefined : firstPieceOf(root, chosenId);
  if (root !== null && mark !== undefined) {
    const words = document.createRange();
    words.selectNodeContents(mark);
    const place = readRange(root, words);
    return place === undefined ? null : { start: place.start, end: place.start };
  }
  return isInText ? (readRange(root, range) ?? null) : null;
}
