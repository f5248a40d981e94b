import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { countUnsent } from '@/components/data/unsent-stores';
import { countDrafts } from './cards/drafts';

/**
 * Asks before the person leaves with something unsent: by closing or reloading the tab, and by any link. Going back
 * within the desk needs no question: what is unsent belongs to the tab and goes on being sent.
 */
export function useLeaveGuard(): void {
  const client = useQueryClient();
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener(
      'beforeunload',
      (event) => {
        if (countUnsent(client) + countDrafts() > 0) event.preventDefault();
      },
      { signal },
    );
    document.addEventListener(
      'click',
      (event) => {
        const unsent = countUnsent(client) + countDrafts();
        if (unsent === 0 || !leadsAway(event)) return;
        if (window.confirm(question(unsent))) return;
        event.preventDefault();
        event.stopPropagation();
      },
      // Captured, so that it is asked before a link's own handler goes.
      { signal, capture: true },
    );
    return () => listening.abort();
  }, [client]);
}

function question(unsent: number): string {
  const what = unsent === 1 ? 'One change is' : `${unsent} changes are`;
  return `${what} not saved yet. They are kept only as long as this tab is open. Leave this article all the same?`;
}

/** Whether a click opens another address of ours in this tab. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target !== '' && link.target !== '_self')) return false;
  return !link.hasAttribute('download') && link.pathname !== window.location.pathname;
}
