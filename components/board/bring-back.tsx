import { useMutation, useQueryClient } from '@tanstack/react-query';
import { articleListsKey } from '@/components/data/articles';
import { call } from '@/components/data/call';
import { sayFailure } from '@/components/data/failure-words';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast';
import type { ArticleSummary } from '@/domain/article';
import { restoreArticle } from '@/domain/contract/articles';

/** Takes a story out of the archive. */
export function BringBack({ story }: { story: ArticleSummary }) {
  const cache = useQueryClient();
  const restore = useMutation({
    mutationFn: () => call(restoreArticle, { params: { id: story.id } }),
    onSuccess: () => toast('Back on the desk', { description: story.headline }),
    onError: (error) => toast('Not brought back', { tone: 'bad', description: sayFailure(error) }),
    onSettled: () => cache.invalidateQueries({ queryKey: articleListsKey }),
  });
  return (
    <Button busy={restore.isPending} onClick={() => restore.mutate()} className="relative z-10">
      Bring back
      <span className="sr-only">: {story.headline}</span>
    </Button>
  );
}
