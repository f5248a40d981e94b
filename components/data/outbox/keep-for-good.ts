/** Asks the browser not to clear away what is unsent when it runs short of space. */
import type { BoxStorage } from './box-storage';

/** The storage; before the first write is stored, the browser is asked to keep what is stored here for good. */
export function keepForGood(storage: BoxStorage): BoxStorage {
  let isAsked = false;
  return {
    ...storage,
    advance(box, steps, known) {
      if (!isAsked && steps.some(({ type }) => type === 'made')) {
        isAsked = true;
        void askToPersist();
      }
      return storage.advance(box, steps, known);
    },
  };
}

/** Browsers decide by themselves or ask the person; a no costs nothing. */
async function askToPersist(): Promise<void> {
  // Typed as always there, but missing outside secure contexts.
  const manager: StorageManager | undefined = navigator.storage;
  try {
    await manager?.persist();
  } catch (error) {
    // Refused outright, as in some private windows.
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
  }
}
