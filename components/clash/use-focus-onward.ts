import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the focus in the region when what had it was decided and is gone: it goes to the first button of what is left to
 * decide, and when the whole region goes, to the head of its card.
 */
export function useFocusOnward(region: RefObject<HTMLElement | null>, count: number): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const note = ({ target }: Event) => {
      hadFocus.current = target instanceof Node && region.current?.contains(target) === true;
    };
    const listening = new AbortController();
    document.addEventListener('focusin', note, { signal: listening.signal });
    return () => listening.abort();
  }, [region]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new count says that something was decided.
  useEffect(() => {
    if (hadFocus.current && isNowhere()) {
      region.current?.querySelector<HTMLElement>('[data-clash] button')?.focus({ preventScroll: true });
    }
  }, [region, count]);
  useLayoutEffect(() => {
    const home = region.current?.closest('[data-card]')?.querySelector<HTMLElement>('[data-card-head]');
    return () => {
      if (!hadFocus.current) return;
      // Once the region is gone: until then the focus may still be within.
      queueMicrotask(() => isNowhere() && home?.isConnected === true && home.focus({ preventScroll: true }));
    };
  }, [region]);
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
