import type { ArticleSummary } from '@/domain/article';
import { StoryRow } from './story-row';

/** The columns: story, marks, review, state, due. On a phone each story is a card instead. */
const columns = 'md:grid-cols-[minmax(0,1fr)_9rem_11.5rem_6.5rem_minmax(7.5rem,auto)]';

/** The list of stories, one line each. */
export function Stories({
  stories,
  now,
  timeZone,
  meId,
}: {
  stories: readonly ArticleSummary[];
  now: number;
  timeZone: string;
  /** Who looks: only the others are shown as being somewhere. */
  meId: string;
}) {
  return (
    <div className={`grid ${columns} md:gap-x-4`}>
      <div
        aria-hidden="true"
        className="col-span-full grid grid-cols-subgrid border-line border-b py-2 font-semibold text-faint text-xs max-md:hidden"
      >
        <span>Story</span>
        <span>Marks</span>
        <span>Review</span>
        <span>State</span>
        <span className="text-right">Due</span>
      </div>
      <ol className="contents">
        {stories.map((story) => (
          <StoryRow key={story.id} story={story} now={now} timeZone={timeZone} meId={meId} />
        ))}
      </ol>
    </div>
  );
}
