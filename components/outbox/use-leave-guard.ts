import { useEffect } from 'react';
import { browserDrafts } from '@/components/data/outbox/drafts';
import { isAllKept } from '@/components/data/outbox/save-state';
import { useOutbox } from '@/components/data/unsent-stores';

/**
 * Asks before the tab is closed or reloaded with something that is in this tab alone: not stored yet, or not to be
 * stored. What is stored needs no question, it goes on being sent from any page of the desk.
 */
export function useLeaveGuard(): void {
  const outbox = useOutbox();
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener(
      'beforeunload',
      (event) => {
        if (!isAllKept(outbox.current()) || browserDrafts.fails()) event.preventDefault();
      },
      { signal: listening.signal },
    );
    return () => listening.abort();
  }, [outbox]);
}
