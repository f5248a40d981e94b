'use client';

import { useEffect, useState } from 'react';

export interface Leaving {
  /** Whether somebody is about to leave and is asked. */
  readonly isAsked: boolean;
  stay(): void;
  leave(): void;
}

/**
 * Asks before the page is left while it holds work: links and the back button are held until the person has said so;
 * closing the window and reloading ask in the browser's own words.
 */
export function useLeaving(holdsWork: boolean): Leaving {
  const [go, setGo] = useState<{ readonly run: () => void }>();
  useEffect(() => {
    if (!holdsWork) return;
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal });
    document.addEventListener(
      'click',
      (event) => {
        const href = linkLeadingAway(event);
        if (href === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        setGo({
          run: () => {
            stop.abort();
            window.location.assign(href);
          },
        });
      },
      { capture: true, signal },
    );
    holdBack(signal, (back) =>
      setGo({
        run: () => {
          stop.abort();
          back();
        },
      }),
    );
    return () => stop.abort();
  }, [holdsWork]);
  return {
    isAsked: go !== undefined,
    stay: () => setGo(undefined),
    leave: () => go?.run(),
  };
}

/** The address of a plain click on a link that replaces this page. */
function linkLeadingAway(event: MouseEvent): string | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target !== '' && link.target !== '_self'))
    return undefined;
  const away = new URL(link.href);
  const here = window.location;
  if (away.origin === here.origin && away.pathname === here.pathname && away.search === here.search)
    return undefined;
  return link.href;
}

/** Holds the back button where the browser has the Navigation API; elsewhere the browser goes back as always. */
function holdBack(signal: AbortSignal, ask: (back: () => void) => void): void {
  if (!('navigation' in window)) return;
  window.navigation.addEventListener(
    'navigate',
    (event) => {
      if (event.navigationType !== 'traverse' || !event.cancelable) return;
      const { key } = event.destination;
      event.preventDefault();
      ask(() => window.navigation.traverseTo(key));
    },
    { signal },
  );
}
