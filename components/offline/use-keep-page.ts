import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { onSession } from '@/components/data/session';
import { BOARD, isKeptKind, OURS } from './copies';
import { forgetCopies } from './forget-copies';
import { hasWorker, tellWorker } from './tell-worker';
import { whenIdle } from './when-idle';

/** Has the page on screen kept for when the desk cannot be reached, and drops what was kept for anybody else. */
export function useKeepPage(personId: string): void {
  const path = usePathname();
  useEffect(() => {
    if (!hasWorker()) return;
    if (!isProduction()) return void keepNothing();
    void forgetCopies(personId);
    const waiting = new AbortController();
    const keep = () => void keepWhenIdle(personId, path, waiting.signal);
    keep();
    const stopListening = onSession('signedInAgain', keep);
    return () => {
      waiting.abort();
      stopListening();
      // The list has moved on while it was looked at.
      if (path === BOARD) tellWorker({ type: 'opened', personId, path });
    };
  }, [personId, path]);
}

/** Not before the page is there and quiet: keeping must not take the network from what is looked at. */
async function keepWhenIdle(personId: string, path: string, signal: AbortSignal): Promise<void> {
  try {
    await navigator.serviceWorker.register('/worker.js', { scope: '/', updateViaCache: 'none' });
  } catch {
    // Some private windows allow none, and a desk that is away gives none: then nothing is kept this time.
    return;
  }
  if (!isKeptKind(path)) return;
  await new Promise<void>(whenIdle);
  if (!signal.aborted) tellWorker({ type: 'opened', personId, path });
}

/**
 * Development changes its files without changing their names, so that nothing of them may be kept, nor come from what a
 * production build at the same address has kept.
 */
async function keepNothing(): Promise<void> {
  for (const registration of await navigator.serviceWorker.getRegistrations())
    await registration.unregister();
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
}

function isProduction(): boolean {
  // biome-ignore lint/style/noProcessEnv: Next puts the word in place when it builds; no environment is read in a browser
  return process.env.NODE_ENV === 'production';
}
