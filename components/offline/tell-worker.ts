import type { Message } from './messages';

/** Tells the service worker something, once there is one. Where the browser has none, nothing is kept. */
export function tellWorker(message: Message): void {
  if (!hasWorker()) return;
  const { controller, ready } = navigator.serviceWorker;
  // At once where that is possible: the page may be about to go.
  if (controller !== null) controller.postMessage(message);
  else void ready.then(({ active }) => active?.postMessage(message));
}

/** Whether the browser offers service workers here: it does over TLS and on this machine. */
export function hasWorker(): boolean {
  return 'serviceWorker' in navigator && 'caches' in window;
}
