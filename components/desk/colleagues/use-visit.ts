import { type RefObject, useCallback, useEffect, useState } from 'react';
import { useDeskStore } from '@/components/desk/desk-state';
import { doingWords } from '@/components/presence/whereabouts';
import type { Presence } from '@/domain/presence';
import { sentenceAround } from '@/domain/sentence';
import type { Range } from '@/domain/span';
import { goToPlace, rememberView } from './go-to-place';

export interface Visit {
  /** Goes to where somebody is in the text. */
  readonly goTo: (colleague: Presence, place: Range) => void;
  /** Goes back to where one was before the first visit; undefined when one has not left. */
  readonly comeBack: (() => void) | undefined;
}

/**
 * Going to colleagues and back. Whoever begins to work where they went to, by selecting words or choosing a mark, has
 * arrived: the way back is no longer offered.
 */
export function useVisit(text: RefObject<HTMLElement | null>, words: string): Visit {
  const desk = useDeskStore();
  const [back, setBack] = useState<{ readonly run: () => void }>();

  useEffect(() => {
    if (back === undefined) return;
    const { selection, chosenId } = desk.get();
    return desk.subscribe(() => {
      const now = desk.get();
      const isAtWork = now.selection !== undefined || now.chosenId !== undefined;
      if (isAtWork && (now.selection !== selection || now.chosenId !== chosenId)) setBack(undefined);
    });
  }, [back, desk]);

  const goTo = useCallback(
    (colleague: Presence, place: Range) => {
      const root = text.current;
      if (root === null) return;
      setBack((known) => known ?? { run: rememberView(root) });
      goToPlace(root, place);
      const { start, end } = sentenceAround(words, place);
      desk.get().goTo(colleague.person.id);
      desk.get().say(`${colleague.person.name}, ${doingWords(colleague)}, at: ${words.slice(start, end)}`);
    },
    [text, words, desk],
  );

  const comeBack = useCallback(() => {
    back?.run();
    setBack(undefined);
    desk.get().say('Back where you were.');
  }, [back, desk]);
  return { goTo, comeBack: back === undefined ? undefined : comeBack };
}
