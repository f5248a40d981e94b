import { type RefObject, useEffect, useRef } from 'react';

/**
 * When the control that had the focus goes with its card (approved, deleted), the focus moves to the card that is
 * chosen then, or to the list; never to nowhere. A focus elsewhere on the page stays.
 */
export function useKeepFocus(list: RefObject<HTMLElement | null>, chosenId: string | undefined): void {
  const wasInside = useRef(false);
  useEffect(() => {
    const listening = new AbortController();
    const note = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && list.current?.contains(target) === true;
    };
    document.addEventListener('focusin', note, { signal: listening.signal });
    return () => listening.abort();
  }, [list]);
  useEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return;
    const head =
      chosenId === undefined
        ? null
        : list.current?.querySelector<HTMLElement>(`[data-card="${chosenId}"] [data-card-head]`);
    (head ?? list.current)?.focus({ preventScroll: true });
  }, [list, chosenId]);
}
