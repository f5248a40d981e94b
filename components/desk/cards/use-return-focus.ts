import { type RefObject, useEffect, useRef } from 'react';

/**
 * When the element leaves the page with the focus in it, the focus goes back to where it was before, so that keys go on
 * where the person left off.
 */
export function useReturnFocus(element: RefObject<HTMLElement | null>): void {
  const before = useRef<Element>(undefined);
  if (before.current === undefined && typeof document !== 'undefined' && document.activeElement !== null) {
    before.current = document.activeElement;
  }
  useEffect(() => {
    const form = element.current;
    return () => {
      const focused = document.activeElement;
      const isInside = focused === document.body || focused === null || form?.contains(focused) === true;
      if (isInside && before.current instanceof HTMLElement && before.current.isConnected) {
        before.current.focus({ preventScroll: true });
      }
    };
  }, [element]);
}
