import { useSyncExternalStore } from 'react';

/** From this width on, cards stand beside the text; below, in a sheet at the bottom. The same as in desk.css. */
const WIDE = '(min-width: 62rem)';

/** Whether there is room for the cards beside the text. The server, which cannot know, takes it for wide. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(WIDE).matches,
    () => true,
  );
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
