'use client';

import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ArticleSummary } from '@/domain/article';
import { useRestore } from './use-archive';

/** Says on an article's pages that it is archived, and brings it back. Nothing while it is not. */
export function ArchivedNotice({ article, className }: { article: ArticleSummary; className?: string }) {
  const restore = useRestore(article);
  if (article.archivedAt === undefined) return null;
  return (
    <Notice
      title="Archived"
      action={
        <Button busy={restore.isPending} onClick={() => restore.mutate()}>
          Bring back
        </Button>
      }
      {...(className !== undefined && { className })}
    >
      It can be read and exported. To change it or its marks, bring it back first.
    </Notice>
  );
}
