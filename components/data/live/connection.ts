/** Whether this tab hears what others do, as it happens. */
'use client';

import { useSyncExternalStore } from 'react';
import { hold } from './held';

/**
 * `live`: everything that happens arrives; `connecting`: the first attempt, or one after the desk said goodbye, is under
 * way; `offline`: the desk cannot be reached and is tried again; `signedOut`: the session has ended, and nothing is tried
 * until somebody signs in.
 */
export type Connection = 'live' | 'connecting' | 'offline' | 'signedOut';

const connection = hold<Connection>('connecting');
const connectedListeners = new Set<() => void>();

/** How the tab is connected; draws anew when that changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.get, () => 'connecting');
}

/** How the tab is connected, for what is not drawn. */
export function connectionNow(): Connection {
  return connection.get();
}

/** Whether others' work arrives by itself, for what is not drawn. */
export function isLive(): boolean {
  return connection.get() === 'live';
}

/** Calls the listener each time that the tab becomes live. Gives the way to stop listening. */
export function onConnected(listener: () => void): () => void {
  connectedListeners.add(listener);
  return () => connectedListeners.delete(listener);
}

/** Says how the tab is connected now. */
export function setConnection(next: Connection): void {
  const before = connection.get();
  connection.set(next);
  if (next === 'live' && before !== 'live') for (const listener of [...connectedListeners]) listener();
}
