import { useRestore } from '@/components/article-settings/use-archive';
import { Button } from '@/components/ui/button';
import type { ArticleSummary } from '@/domain/article';

/** Takes a story out of the archive. */
export function BringBack({ story }: { story: ArticleSummary }) {
  const restore = useRestore(story);
  return (
    <Button busy={restore.isPending} onClick={() => restore.mutate()} className="relative z-10">
      Bring back
      <span className="sr-only">: {story.headline}</span>
    </Button>
  );
}
