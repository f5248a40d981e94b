import { useRestore } from '@/components/article-settings/use-archive';
import { Button } from '@/components/ui/button';
import type { ArticleSummary } from '@/domain/article';

/** Takes a story out of the archive. */
export function BringBack({ story }: { story: ArticleSummary }) {
  const restore = useRestore(story);
  return (
    <Button
      aria-label={`Bring back: ${story.headline}`}
      busy={restore.isPending}
      onClick={() => restore.mutate()}
      className="relative z-10"
    >
      Bring back
    </Button>
  );
}
