import Link from 'next/link';
import { useId } from 'react';
import { useHere } from '@/components/data/live/here';
import { KeptSign } from '@/components/offline/kept-sign';
import type { ArticleSummary } from '@/domain/article';
import { BringBack } from './bring-back';
import { Due } from './due';
import { HereNow } from './here-now';
import { MarkCounts } from './mark-counts';
import { ReviewProgress } from './review-progress';
import { State } from './state';
import { STORY } from './use-board-keys';

/** One story. The whole line leads to its desk. */
export function StoryRow({
  story,
  now,
  timeZone,
  meId,
}: {
  story: ArticleSummary;
  now: number;
  timeZone: string;
  meId: string;
}) {
  const others = useHere()
    .get(story.id)
    ?.filter(({ id }) => id !== meId);
  const isSomebodyHere = others !== undefined && others.length > 0;
  const hereId = useId();
  const about = [story.desk, story.source, story.byline].filter((part) => part !== undefined);
  return (
    <li className="relative -mx-3 col-span-full grid grid-cols-2 items-center gap-x-4 gap-y-2.5 rounded-md px-3 py-3.5 before:absolute before:inset-x-3 before:bottom-0 before:border-line before:border-b hover:bg-hover md:grid-cols-subgrid">
      <div className="min-w-0 max-md:col-span-full">
        <h2
          className="text-pretty font-medium font-text text-story tracking-[-0.005em]"
          lang={story.language}
        >
          <Link
            href={`/articles/${story.slug}`}
            prefetch={false}
            dir="auto"
            aria-describedby={isSomebodyHere ? hereId : undefined}
            className="block text-left after:absolute after:inset-0 after:rounded-md focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-pencil focus-visible:after:-outline-offset-2"
            {...{ [STORY]: '' }}
          >
            {story.headline}
          </Link>
        </h2>
        <p className="mt-0.5 flex gap-1.5 text-faint text-sm">
          {story.priority === 'high' && <span className="font-semibold text-warn-ink">High priority</span>}
          <KeptSign path={`/articles/${story.slug}`} />
          {about.length > 0 && (
            <span className="truncate" dir="auto">
              {about.join(' · ')}
            </span>
          )}
        </p>
      </div>
      <MarkCounts counts={story.counts.byKind} />
      <ReviewProgress counts={story.counts} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <State story={story} />
        {isSomebodyHere && <HereNow id={hereId} people={others} href={`/articles/${story.slug}`} />}
      </div>
      <div className="text-right tabular-nums">
        {story.archivedAt === undefined ? (
          <Due story={story} now={now} timeZone={timeZone} />
        ) : (
          <BringBack story={story} />
        )}
      </div>
    </li>
  );
}
