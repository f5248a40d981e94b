/** The one store of unsent writes that each article has in a tab, whatever is on screen. */
'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { v7 as newId } from 'uuid';
import { Annotation } from '@/domain/annotation';
import type { AnnotationList } from '@/domain/contract/annotations';
import { annotationsQuery, deletedAnnotationsQuery } from './annotations';
import { compareInText } from './apply-unsent';
import { articleListsKey } from './articles';
import { meQuery } from './me';
import { sendWrite } from './send-write';
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
  return createUnsentStore({
    send: sendWrite,
    received(annotation) {
      // A list that was asked for before this answer must not come after it and take it back.
      void client.cancelQueries({ queryKey: standing });
      void client.cancelQueries({ queryKey: deleted });
      const isDeleted = annotation.deletedAt !== undefined;
      client.setQueryData(standing, (list) => list && withMark(list, annotation, !isDeleted));
      client.setQueryData(deleted, (list) => list && withMark(list, annotation, isDeleted));
    },
    drained() {
      void client.invalidateQueries({ queryKey: standing });
      void client.invalidateQueries({ queryKey: deleted });
      void client.invalidateQueries({ queryKey: articleListsKey });
    },
    whoAmI: async () => (await client.fetchQuery({ ...meQuery, staleTime: 0 })).id,
    newKey: () => newId(),
    readCurrent: (current) => Annotation.safeParse(current).data,
  });
}

/** The list with the mark in its place, or without it; a newer state of the mark that is there already stays. */
function withMark(list: AnnotationList, mark: Annotation, belongs: boolean): AnnotationList {
  const known = list.items.find(({ id }) => id === mark.id);
  if (known !== undefined && known.version > mark.version) return list;
  const others = list.items.filter(({ id }) => id !== mark.id);
  return { ...list, items: belongs ? [...others, mark].toSorted(compareInText) : others };
}
