/** Where an article stands, and which mark needs somebody next. All derived; nothing here is set by hand. */
import type { AnnotationStatus } from '@/domain/annotation';
import type { ArticleStatus, Counts } from '@/domain/article';
import type { Kind } from '@/domain/kinds';

/** No marks at all. */
export const noCounts: Counts = {
  byKind: { quote: 0, claim: 0, event: 0 },
  byStatus: { pending: 0, approved: 0, rejected: 0, changesRequested: 0 },
};

/** Counts after one mark has gone from one state to another; undefined stands for not there (not made, or deleted). */
export function recount(counts: Counts, before: Counted | undefined, after: Counted | undefined): Counts {
  const byKind = { ...counts.byKind };
  const byStatus = { ...counts.byStatus };
  if (before !== undefined) {
    byKind[before.kind] -= 1;
    byStatus[before.status] -= 1;
  }
  if (after !== undefined) {
    byKind[after.kind] += 1;
    byStatus[after.status] += 1;
  }
  return { byKind, byStatus };
}

export interface Counted {
  readonly kind: Kind;
  readonly status: AnnotationStatus;
}

/** The counts of a whole list, deleted marks left out by the caller. */
export function countMarks(marks: Iterable<Counted>): Counts {
  let counts = noCounts;
  for (const mark of marks) counts = recount(counts, undefined, mark);
  return counts;
}

/** How many marks there are, and how many of them are decided on (changes requested is a decision). */
export function progress(counts: Counts): { readonly total: number; readonly decided: number } {
  const { pending, approved, rejected, changesRequested } = counts.byStatus;
  const decided = approved + rejected + changesRequested;
  return { total: decided + pending, decided };
}

/** Drafting while nothing is decided; ready when nothing waits and nothing was sent back; in review between. */
export function articleStatus(counts: Counts): ArticleStatus {
  const { decided } = progress(counts);
  if (decided === 0) return 'drafting';
  return counts.byStatus.pending === 0 && counts.byStatus.changesRequested === 0 ? 'ready' : 'inReview';
}

/** Whether a reviewer is waited for. */
export function needsDecision(mark: { readonly status: AnnotationStatus }): boolean {
  return mark.status === 'pending';
}

/**
 * The mark to decide on after the one with the given id: the next in list order that needs a decision and passes the
 * filter, from the start again after the last; undefined when none is left.
 */
export function nextToDecide<M extends { readonly id: string; readonly status: AnnotationStatus }>(
  marks: readonly M[],
  afterId: string | undefined,
  mayDecide: (mark: M) => boolean = () => true,
): M | undefined {
  const place = marks.findIndex((mark) => mark.id === afterId);
  const inTurn = [...marks.slice(place + 1), ...marks.slice(0, Math.max(place, 0))];
  return inTurn.find((mark) => needsDecision(mark) && mayDecide(mark));
}
