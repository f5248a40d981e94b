/** Whether the page on screen came from a copy, and of when. */
'use client';

import { useSyncExternalStore } from 'react';
import { onConnected } from '@/components/data/live/connection';
import { hold } from '@/components/data/live/held';
import { COPY_METRIC } from './copies';

/** The instant of the copy; undefined for a page from the desk, and once the tab hears from the desk again. */
const shown = hold<string | undefined>(typeof window === 'undefined' ? undefined : copyOfThisPage());

onConnected(() => shown.set(undefined));

/** Until when what this page shows is known, if it came from a copy and the desk has not been heard since. */
export function useShownCopy(): string | undefined {
  return useSyncExternalStore(shown.subscribe, shown.get, () => undefined);
}

/** The same for what is not drawn. */
export function shownCopy(): string | undefined {
  return shown.get();
}

/** Says that more than the copy is known after all: everything until the instant. */
export function notedLater(at: string): void {
  const now = shown.get();
  if (now !== undefined && at > now) shown.set(at);
}

function copyOfThisPage(): string | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  if (!(entry instanceof PerformanceNavigationTiming)) return undefined;
  return entry.serverTiming.find(({ name }) => name === COPY_METRIC)?.description;
}
