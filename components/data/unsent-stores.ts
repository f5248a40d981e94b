/** The one store of unsent writes that each article has in a tab, whatever is on screen. */
'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { v7 as newId } from 'uuid';
import { Annotation } from '@/domain/annotation';
import { annotationsQuery, deletedAnnotationsQuery } from './annotations';
import { receiveAnnotation } from './annotations-cache';
import { articleListsKey } from './articles';
import { meQuery } from './me';
import { sendWrite } from './send-write';
import { onSession } from './session';
import { nothingUnsent, type Unsent } from './unsent';
import { createUnsentStore, type UnsentStore } from './unsent-store';

/** Held by the cache that acknowledged marks go to; both live as long as the tab. */
const storesOf = new WeakMap<QueryClient, Map<string, UnsentStore>>();

/** The store of an article, made on first use. */
export function useUnsentStore(articleId: string): UnsentStore {
  return unsentStore(useQueryClient(), articleId);
}

/** What of an article is unsent at the moment. */
export function useUnsent(articleId: string): Unsent {
  const store = useUnsentStore(articleId);
  return useSyncExternalStore(store.subscribe, store.current, () => nothingUnsent);
}

/** How many writes of any article this tab still has to send. */
export function countUnsent(client: QueryClient): number {
  let count = 0;
  for (const store of storesOf.get(client)?.values() ?? []) count += store.current().writes.length;
  return count;
}

function unsentStore(client: QueryClient, articleId: string): UnsentStore {
  const stores = storesOf.get(client) ?? new Map<string, UnsentStore>();
  storesOf.set(client, stores);
  const store = stores.get(articleId) ?? makeStore(client, articleId);
  stores.set(articleId, store);
  return store;
}

function makeStore(client: QueryClient, articleId: string): UnsentStore {
  const standing = annotationsQuery(articleId).queryKey;
  const deleted = deletedAnnotationsQuery(articleId).queryKey;
  const store = createUnsentStore({
    send: sendWrite,
    received: (annotation) => receiveAnnotation(client, annotation),
    drained() {
      void client.invalidateQueries({ queryKey: standing });
      void client.invalidateQueries({ queryKey: deleted });
      void client.invalidateQueries({ queryKey: articleListsKey });
    },
    whoAmI: async () => (await client.fetchQuery({ ...meQuery, staleTime: 0 })).id,
    newKey: () => newId(),
    readCurrent: (current) => Annotation.safeParse(current).data,
  });
  onSession('signedInAgain', store.retry);
  return store;
}
