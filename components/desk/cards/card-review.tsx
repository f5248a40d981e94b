import { decidedOn } from '@/domain/annotating';
import { differences } from '@/domain/differences';
import { capitalised, decisionWords, reasonWords } from '@/domain/words';
import type { CardPart } from './card-desk';
import { DifferenceList } from './difference-list';
import { momentWords } from './moment-words';

/** The newest decision with its reason; where a change re-opened the mark, what changed since. */
export function CardReview({ desk, mark }: CardPart) {
  const { review, reopenedFrom } = mark;
  if (review === undefined) return null;
  const decided = decidedOn(mark);
  return (
    <div className="grid gap-1 border-line border-t pt-2 text-soft text-sm">
      <p>
        <span className="font-semibold text-ink">{review.by.name}</span> {decisionWords[review.decision]}
        {review.reason !== undefined && `: ${reasonWords[review.reason]}`},{' '}
        {momentWords(review.at, desk.me.settings.timeZone)}
      </p>
      {review.note !== undefined && <p className="whitespace-pre-wrap break-words text-ink">{review.note}</p>}
      {reopenedFrom !== undefined && decided !== undefined && (
        <section aria-label="Changed since the decision">
          <p className="mb-1 font-semibold text-warn-ink">
            {capitalised('open again: changed since the decision')}
          </p>
          <DifferenceList
            differences={differences(reopenedFrom, { ...mark, note: undefined })}
            kinds={{ before: reopenedFrom.kind, after: mark.kind }}
          />
        </section>
      )}
    </div>
  );
}
