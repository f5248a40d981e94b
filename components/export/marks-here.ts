/** How many marks an article has, by where they stand and what they are. */
import { type AnnotationStatus, annotationStatuses } from '@/domain/annotation';
import type { ExportScope } from '@/domain/export/document';
import { type Kind, kinds } from '@/domain/kinds';
import { kindPlurals, kindWords, statusWords } from '@/domain/words';

export type MarksHere = Readonly<Record<AnnotationStatus, Readonly<Record<Kind, number>>>>;

/** Counts marks, deleted ones left out by the caller. */
export function countMarksHere(
  marks: readonly { readonly status: AnnotationStatus; readonly kind: Kind }[],
): MarksHere {
  const none = { quote: 0, claim: 0, event: 0 };
  const counts = {
    pending: { ...none },
    approved: { ...none },
    rejected: { ...none },
    changesRequested: { ...none },
  };
  for (const { status, kind } of marks) counts[status][kind] += 1;
  return counts;
}

/** How many marks have one of these statuses. */
export function total(marks: MarksHere, statuses: readonly AnnotationStatus[] = annotationStatuses): number {
  return statuses.reduce(
    (sum, status) => sum + kinds.reduce((ofStatus, kind) => ofStatus + marks[status][kind], 0),
    0,
  );
}

/** Which statuses leave. */
export function statusesIn(scope: ExportScope): readonly AnnotationStatus[] {
  return scope === 'all' ? annotationStatuses : ['approved'];
}

/** "2 quotes, 1 claim" of the marks that leave; empty where none do. */
export function wordsForKinds(marks: MarksHere, scope: ExportScope): string {
  return kinds
    .map((kind) => ({ kind, count: statusesIn(scope).reduce((sum, status) => sum + marks[status][kind], 0) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${count === 1 ? kindWords[kind] : kindPlurals[kind]}`)
    .join(', ');
}

/** The statuses that do not leave and have marks. */
export function leftBehind(marks: MarksHere, scope: ExportScope): AnnotationStatus[] {
  return annotationStatuses.filter(
    (status) => !statusesIn(scope).includes(status) && total(marks, [status]) > 0,
  );
}

/** "3 pending, 1 rejected". */
export function wordsForStatuses(marks: MarksHere, statuses: readonly AnnotationStatus[]): string {
  return statuses.map((status) => `${total(marks, [status])} ${statusWords[status]}`).join(', ');
}
