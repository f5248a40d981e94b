import { useEffect } from 'react';
import { useDeskState, useDeskStore } from './desk-state';
import { writeMarkFilter } from './filter-query';

/**
 * Keeps the page's address and the desk in step: the chosen mark is the fragment (`#<annotation id>`), so that a mark
 * can be linked, and the filters are the query. Choosing adds no entry to the history.
 */
export function useDeskAddress(): void {
  const store = useDeskStore();
  const chosenId = useDeskState((state) => state.chosenId);
  const filters = useDeskState((state) => state.filters);

  useEffect(() => {
    const follow = () => {
      const id = decodeURIComponent(window.location.hash.slice(1));
      if (isId(id) && id !== store.get().chosenId) store.get().choose(id, 'url');
    };
    follow();
    const listening = new AbortController();
    window.addEventListener('hashchange', follow, { signal: listening.signal });
    return () => listening.abort();
  }, [store]);

  useEffect(() => {
    // What the address asked for is not yet chosen when the desk is drawn for the first time.
    if (store.get().chosenId !== chosenId) return;
    const { pathname, search, hash } = window.location;
    const query = writeMarkFilter(filters, new URLSearchParams(search)).toString();
    const fragment = chosenId === undefined ? (isId(hash.slice(1)) ? '' : hash) : `#${chosenId}`;
    const address = `${pathname}${query === '' ? '' : `?${query}`}${fragment}`;
    if (address !== `${pathname}${search}${hash}`)
      window.history.replaceState(window.history.state, '', address);
  }, [store, chosenId, filters]);
}

function isId(fragment: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(fragment);
}
