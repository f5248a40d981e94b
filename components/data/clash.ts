/** Whether a write would undo, unseen, what somebody else did meanwhile. */
import type { Annotation } from '@/domain/annotation';
import { type Difference, differences, isSame } from '@/domain/differences';
import type { Write } from './write';

/**
 * Whether what changed between the mark as the person saw it and the mark as it is (`current`) touches what the write
 * touches. A change touches the fields that it changes, unless both made the same of them; a deletion and a decision
 * are about all of the mark, a decision also about the decision that stood.
 */
export function clashes(
  { ask, seen, wanted }: Pick<Write, 'ask' | 'seen' | 'wanted'>,
  current: Annotation,
): boolean {
  const theirs = differences(seen, current);
  switch (ask.type) {
    case 'create':
    case 'restore':
      return false;
    case 'remove':
      return theirs.length > 0 || !isSameDecision(seen, current);
    case 'review':
      return theirs.some(({ field }) => field !== 'note') || !isSameDecision(seen, current);
    case 'change':
      return clashing(theirs, differences(seen, wanted)).length > 0;
  }
}

/** Of their differences, those in a field that mine change to something else; a new kind touches every detail. */
export function clashing(theirs: readonly Difference[], mine: readonly Difference[]): Difference[] {
  return theirs.filter((their) =>
    mine.some(
      (my) => (touchesAllDetails(my, their) || my.field === their.field) && !isSame(my.after, their.after),
    ),
  );
}

function touchesAllDetails(one: Difference, other: Difference): boolean {
  return (
    (one.field === 'kind' && other.field.startsWith('details.')) ||
    (other.field === 'kind' && one.field.startsWith('details.'))
  );
}

function isSameDecision({ review: one }: Annotation, { review: other }: Annotation): boolean {
  return one?.decision === other?.decision && one?.by.id === other?.by.id;
}
