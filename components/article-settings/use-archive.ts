'use client';

import { useMutation } from '@tanstack/react-query';
import { call } from '@/components/data/call';
import { sayFailure } from '@/components/data/failure-words';
import { toast } from '@/components/ui/toast';
import type { ArticleSummary } from '@/domain/article';
import { archiveArticle, restoreArticle } from '@/domain/contract/articles';
import { useShowArticle } from './use-show-article';

/** Puts an article into the archive, and offers at once to take it out again. */
export function useArchive(article: ArticleSummary) {
  const show = useShowArticle();
  const restore = useRestore(article);
  return useMutation({
    mutationFn: () => call(archiveArticle, { params: { id: article.id }, version: article.version }),
    onSuccess: (archived) => {
      show(archived);
      toast('Archived', {
        description: archived.headline,
        action: { label: 'Bring back', run: () => restore.mutate() },
      });
    },
    onError: (error) => toast('Not archived', { tone: 'bad', description: sayFailure(error) }),
  });
}

/** Takes an article out of the archive. */
export function useRestore(article: ArticleSummary) {
  const show = useShowArticle();
  return useMutation({
    mutationFn: () => call(restoreArticle, { params: { id: article.id } }),
    onSuccess: (restored) => {
      show(restored);
      toast('Back on the desk', { description: restored.headline });
    },
    onError: (error) => toast('Not brought back', { tone: 'bad', description: sayFailure(error) }),
  });
}
