import { classNames } from '@/components/ui/class-names';
import type { ArticleSummary } from '@/domain/article';
import { describeDeadline, type Urgency } from '@/domain/deadline';

const looks = {
  overdue: 'font-semibold text-bad',
  soon: 'font-semibold text-bad',
  later: 'text-faint',
} as const satisfies Record<Urgency, string>;

/** When a story is due, on the desk's clocks, and how far that is. What is ready is no longer hurried. */
export function Due({ story, now, timeZone }: { story: ArticleSummary; now: number; timeZone: string }) {
  if (story.deadline === undefined) return <p className="text-faint">no deadline</p>;
  const { clock, distance, urgency } = describeDeadline(story.deadline, now, timeZone);
  const done = story.status === 'ready' || story.status === 'signedOff';
  return (
    <p>
      <span className="sr-only">due </span>
      <time dateTime={story.deadline}>{clock}</time>
      {!(done && urgency === 'overdue') && distance !== 'tomorrow' && (
        <span className={classNames('text-sm max-md:ml-2 md:block', looks[done ? 'later' : urgency])}>
          {distance}
        </span>
      )}
    </p>
  );
}
