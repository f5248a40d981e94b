'use client';

import { useSyncExternalStore } from 'react';

/** How often the clock is read, in milliseconds: deadlines are told by the minute. */
const TICK = 5000;

/**
 * The present instant (milliseconds since 1970), renewed every few seconds. The first render says `served`, the
 * instant at which the server rendered, so that both render the same.
 */
export function useNow(served: number): number {
  return useSyncExternalStore(subscribe, readClock, () => served);
}

/** The time in whole ticks: equal between ticks, as a snapshot has to be. */
function readClock(): number {
  return Math.floor(Date.now() / TICK) * TICK;
}

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, TICK);
  return () => clearInterval(timer);
}
