import { useCallback, useSyncExternalStore } from 'react';

/** The widths at which the desk gains a column; the same as in desk.css. */
const widths = { cards: '62rem', rail: '80rem' } as const;

/**
 * Whether there is room beside the text for the cards (else they come in a sheet at the bottom) or for the rail as well
 * (else it folds away above). The server, which cannot know, takes it for wide.
 */
export function useIsWide(forWhat: keyof typeof widths = 'cards'): boolean {
  const query = `(min-width: ${widths[forWhat]})`;
  const subscribe = useCallback(
    (listener: () => void) => {
      const match = window.matchMedia(query);
      match.addEventListener('change', listener);
      return () => match.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => true,
  );
}
