/** Whether a write would undo, unseen, what somebody else did meanwhile. */
import type { Annotation } from '@/domain/annotation';
import { differences } from '@/domain/differences';
import { meetMarks } from '@/domain/mark-meeting';
import type { Write } from './write';

/**
 * Whether what changed between the mark as the person saw it and the mark as it is (`current`) touches what the write
 * touches. A change touches the fields that it changes, unless both made the same of them; a deletion and a decision
 * are about all of the mark, a decision also about the decision that stood. A deleted mark can be neither changed nor
 * decided on.
 */
export function clashes(
  { ask, seen, wanted }: Pick<Write, 'ask' | 'seen' | 'wanted'>,
  current: Annotation,
): boolean {
  const theirs = differences(seen, current);
  const isGone = current.deletedAt !== undefined;
  switch (ask.type) {
    case 'create':
    case 'restore':
      return false;
    case 'remove':
      return theirs.length > 0 || !isSameDecision(seen, current);
    case 'review':
      return isGone || theirs.some(({ field }) => field !== 'note') || !isSameDecision(seen, current);
    case 'change':
      return isGone || meetMarks(seen, current, wanted).clashes.length > 0;
  }
}

function isSameDecision({ review: one }: Annotation, { review: other }: Annotation): boolean {
  return one?.decision === other?.decision && one?.by.id === other?.by.id;
}
