/** Keeps what is stale up to date with what others do meanwhile, so that nobody decides over an old state. */
'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAnnotation } from '@/domain/contract/annotations';
import { annotationsQuery } from './annotations';
import { call } from './call';
import { useUnsent, useUnsentStore } from './unsent-stores';

/** Holds every stale write of the article against the newest state of its mark that is known, as it comes. */
export function useFollowTheirs(articleId: string): void {
  const client = useQueryClient();
  const { data: items } = useQuery({ ...annotationsQuery(articleId), select: ({ items: all }) => all });
  const { writes } = useUnsent(articleId);
  const store = useUnsentStore(articleId);
  useEffect(() => {
    if (items === undefined) return;
    for (const { annotationId, standing } of writes) {
      if (standing.is !== 'stale') continue;
      const { current } = standing;
      const standingMark = items.find(({ id }) => id === annotationId);
      if (standingMark !== undefined && standingMark.version > current.version) store.learn(standingMark);
      if (standingMark !== undefined || current.deletedAt !== undefined) continue;
      // It went from the list: how it was deleted is not in there.
      void client
        .fetchQuery({
          queryKey: ['annotations', 'gone', annotationId, current.version],
          queryFn: ({ signal }) => call(readAnnotation, { params: { id: annotationId }, signal }),
        })
        // Where it cannot be read now, the desk says no when the write is sent, and brings it along.
        .then(store.learn, () => undefined);
    }
  }, [client, items, writes, store]);
}
