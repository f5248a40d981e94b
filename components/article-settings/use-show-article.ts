'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { articleListsKey, articleQuery } from '@/components/data/articles';
import type { Article } from '@/domain/article';

/** Gives a function that shows an article as it stands now wherever it is on screen. */
export function useShowArticle(): (article: Article) => void {
  const cache = useQueryClient();
  const router = useRouter();
  return (article) => {
    for (const name of [article.id, article.slug]) cache.setQueryData(articleQuery(name).queryKey, article);
    void cache.invalidateQueries({ queryKey: articleListsKey });
    router.refresh();
  };
}
