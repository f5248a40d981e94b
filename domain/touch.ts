/** Who touched what of a mark, as its history tells. */
import { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';
import { differences, type MarkField } from '@/domain/differences';
import type { Person } from '@/domain/person';

/** Somebody's hand on a mark. */
export interface Touch {
  readonly by: Person;
  /** An instant. */
  readonly at: string;
}

/** The newest change that made something else of the field; `kind` counts with all its details. */
export function lastTouch(changes: readonly Change[], field: MarkField): Touch | undefined {
  return changes.findLast((change) => touchedFields(change).some((touched) => isWithin(touched, field)));
}

/** The newest change that did this to the mark. */
export function lastDeed(changes: readonly Change[], action: Change['action']): Touch | undefined {
  return changes.findLast((change) => change.action === action);
}

/** The fields that a change made something else of; none for what is no change of a mark. */
export function touchedFields({ before, after }: Change): readonly MarkField[] {
  const [old, fresh] = [Annotation.safeParse(before), Annotation.safeParse(after)];
  return old.success && fresh.success ? differences(old.data, fresh.data).map(({ field }) => field) : [];
}

function isWithin(touched: MarkField, field: MarkField): boolean {
  return touched === field || (field === 'kind' && touched.startsWith('details.'));
}
