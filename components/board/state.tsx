import { classNames } from '@/components/ui/class-names';
import type { ArticleStatus, ArticleSummary } from '@/domain/article';
import { articleStatusWords } from '@/domain/words';

const dots = {
  drafting: 'bg-edge',
  inReview: 'bg-pencil',
  ready: 'bg-good',
  signedOff: 'bg-good',
} as const satisfies Record<ArticleStatus, string>;

/** Where a story stands, in a word; the dot only repeats it. */
export function State({ story }: { story: Pick<ArticleSummary, 'status' | 'archivedAt'> }) {
  const archived = story.archivedAt !== undefined;
  return (
    <p className="flex items-center gap-1.5">
      <span
        aria-hidden="true"
        className={classNames('size-1.75 rounded-full', archived ? 'bg-line' : dots[story.status])}
      />
      {archived ? 'archived' : articleStatusWords[story.status]}
    </p>
  );
}
