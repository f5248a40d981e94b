/** How long idleness is waited for, in milliseconds. */
const PATIENCE = 2000;

/** Calls back when the page has nothing else to do, and at the latest after a while. */
export function whenIdle(work: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: PATIENCE });
  else setTimeout(work, PATIENCE / 4);
}
