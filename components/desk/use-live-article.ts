import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { knownPosition } from '@/components/data/annotations-cache';
import { articleQuery } from '@/components/data/articles';
import { useFollow } from '@/components/data/live/live';
import type { Article } from '@/domain/article';

/**
 * The article as it is now, followed while it is on screen. The same object as long as nothing about it changes but what
 * its marks do to it, which the desk shows in its own ways: drawing the text anew is slow.
 */
export function useLiveArticle(brought: Article): Article {
  const client = useQueryClient();
  useFollow(brought.id, brought.seq);
  const { data } = useQuery({
    ...articleQuery(brought.id),
    initialData: brought,
    // What happens to it is told.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    // The page's marks may have been read after its article, and a change of it in between.
    if ((knownPosition(client, brought.id) ?? 0) <= brought.seq) return;
    void client.invalidateQueries({ queryKey: articleQuery(brought.id).queryKey });
  }, [client, brought.id, brought.seq]);
  const newest = brought.version > data.version ? brought : data;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the article raises its version.
  return useMemo(() => newest, [newest.id, newest.version]);
}
