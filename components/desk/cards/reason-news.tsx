import type { Annotation } from '@/domain/annotation';
import { differences } from '@/domain/differences';
import { DifferenceList } from './difference-list';

/** What became of a mark while a reason is given for a decision on it. Nothing where it is as it was. */
export function ReasonNews({
  seen,
  mark,
}: {
  /** The mark as it was when the form opened. */
  readonly seen: Annotation;
  readonly mark: Annotation;
}) {
  if (mark.deletedAt !== undefined) {
    return (
      <p role="status" className="text-warn-ink text-sm">
        This mark was deleted meanwhile. Your decision will wait until you restore it or let it go.
      </p>
    );
  }
  const changed = differences(seen, mark);
  if (changed.length === 0) return null;
  return (
    <section aria-label="Changed meanwhile">
      <p role="status" className="mb-1 font-semibold text-sm text-warn-ink">
        Changed meanwhile
      </p>
      <DifferenceList differences={changed} kinds={{ before: seen.kind, after: mark.kind }} />
    </section>
  );
}
