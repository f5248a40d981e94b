/** Fresh lists that share what did not change with the list before, so that nothing unchanged renders again. */
import type { AnnotationList } from '@/domain/contract/annotations';

/**
 * The fresh list with the old list's objects wherever id and version are the same, and the old items as a whole where
 * all are. Every change of a mark raises its version, so that equal versions are equal marks.
 */
export function keepUnchanged(before: AnnotationList | undefined, fresh: AnnotationList): AnnotationList {
  if (before === undefined) return fresh;
  const known = new Map(before.items.map((item) => [item.id, item]));
  const items = fresh.items.map((item) => {
    const old = known.get(item.id);
    return old?.version === item.version ? old : item;
  });
  const same = items.length === before.items.length && items.every((item, at) => item === before.items[at]);
  if (same) return before.seq === fresh.seq ? before : { items: before.items, seq: fresh.seq };
  return { items, seq: fresh.seq };
}
