/** Keeps a page sending what its person has unsent, of every article and from every earlier visit, and their drafts. */
'use client';

import { useEffect } from 'react';
import { onConnected } from '@/components/data/live/connection';
import type { Me } from '@/components/data/me';
import { onSession } from '@/components/data/session';
import { useOutbox } from '@/components/data/unsent-stores';
import { browserDrafts } from './drafts';

/** Opens the person's outbox, and wakes it whenever the desk may be back: a failure's pause is then over. */
export function useDrain({ id, name }: Pick<Me, 'id' | 'name'>): void {
  const outbox = useOutbox();
  useEffect(() => {
    outbox.enter({ id, name });
    browserDrafts.enter(id);
  }, [outbox, id, name]);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const { wake } = outbox;
    const stops = [onConnected(wake), onSession('signedInAgain', wake)];
    window.addEventListener('online', wake, { signal });
    window.addEventListener('pageshow', wake, { signal });
    window.addEventListener('pagehide', browserDrafts.flush, { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') wake();
        else browserDrafts.flush();
      },
      { signal },
    );
    return () => {
      listening.abort();
      for (const stop of stops) stop();
    };
  }, [outbox]);
}
