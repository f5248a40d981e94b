/** What the signed-in person may do to a mark on this desk; the server asks the same policy. */
import type { Me } from '@/components/data/me';
import type { Annotation } from '@/domain/annotation';
import { can, type Verdict } from '@/domain/policy';

/** What verdicts need of the article. */
export interface Place {
  readonly archivedAt?: string | undefined;
}

export interface MarkVerdicts {
  readonly change: Verdict;
  readonly remove: Verdict;
  readonly decide: Verdict;
  readonly withdraw: Verdict;
}

/** The verdicts on all that can be done to a mark. */
export function markVerdicts(me: Me, { archivedAt }: Place, mark: Annotation): MarkVerdicts {
  const subject = { archivedAt, deletedAt: mark.deletedAt };
  return {
    change: can(me, 'annotation.change', subject),
    remove: can(me, 'annotation.delete', subject),
    decide: can(me, 'review.decide', {
      ...subject,
      authorId: mark.author.id,
      lastChangedById: mark.lastChangedBy.id,
      onePersonDesk: me.settings.onePersonDesk,
    }),
    withdraw: can(me, 'review.withdraw', { ...subject, decidedById: mark.review?.by.id }),
  };
}
