/**
 * Runs the work while no other tab of this browser holds the same name, after those that came before; when a tab ends,
 * whatever it held is free. Where the browser has no locks, the work runs at once: sending twice is harmless, because
 * both send the same key.
 */
export async function alone(name: string, work: () => Promise<void>): Promise<void> {
  // Typed as always there, but missing outside secure contexts.
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) await work();
  else await locks.request(name, work);
}
