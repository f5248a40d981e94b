'use client';

import { useConnection } from './connection';

/** Without a stream others' work is asked for so often, in milliseconds, and whenever the window gets the focus. */
const POLL_EVERY = 20_000;
/** With one it is all the same asked for now and then, should anything have gone wrong. */
const CHECK_EVERY = 5 * 60_000;

/** How a query of what others may change at any time is kept fresh. */
export function useFreshness() {
  return useConnection() === 'live'
    ? ({ refetchInterval: CHECK_EVERY, refetchOnWindowFocus: false } as const)
    : ({ refetchInterval: POLL_EVERY, refetchOnWindowFocus: 'always' } as const);
}
