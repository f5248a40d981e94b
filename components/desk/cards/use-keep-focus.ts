import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus with the chosen card while the person works in the list. When the control that had it goes with its
 * card (approved, deleted), or another card is chosen by key, the focus moves to the chosen card, or to the list where
 * none is chosen; never to nowhere. A focus elsewhere on the page stays.
 */
export function useKeepFocus(list: RefObject<HTMLElement | null>, chosenId: string | undefined): void {
  const isInside = useRef(false);
  useEffect(() => {
    const listening = new AbortController();
    const note = ({ target }: Event) => {
      isInside.current = target instanceof Node && list.current?.contains(target) === true;
    };
    document.addEventListener('focusin', note, { signal: listening.signal });
    // A press on what takes no focus leaves the list all the same.
    document.addEventListener('pointerdown', note, { signal: listening.signal, capture: true });
    return () => listening.abort();
  }, [list]);
  useEffect(() => {
    if (!isInside.current) return;
    const focused = document.activeElement;
    const card = focused?.closest<HTMLElement>('[data-card]');
    if (focused !== document.body && (card === null || card?.dataset['card'] === chosenId)) return;
    const head =
      chosenId === undefined
        ? null
        : list.current?.querySelector<HTMLElement>(`[data-card="${chosenId}"] [data-card-head]`);
    (head ?? list.current)?.focus({ preventScroll: true });
  }, [list, chosenId]);
}
