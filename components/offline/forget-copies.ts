import { copiesOf, holdsCopies } from './copies';
import { hasWorker, tellWorker } from './tell-worker';

/**
 * Drops the offline copies of everybody but the person named, if one is. What is unsent is not among them and stays. The
 * worker is told too, which may be keeping something this moment.
 */
export async function forgetCopies(except?: string): Promise<void> {
  if (!hasWorker()) return;
  if (navigator.serviceWorker.controller !== null) tellWorker({ type: 'forget', ...(except && { except }) });
  try {
    for (const name of await caches.keys()) {
      const stays = except !== undefined && name === copiesOf(except);
      if (holdsCopies(name) && !stays) await caches.delete(name);
    }
  } catch {
    // Where the browser lets nothing be kept there is nothing to forget.
  }
}
