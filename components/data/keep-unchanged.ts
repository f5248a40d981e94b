/** Fresh lists that share what did not change with the list before, so that nothing unchanged renders again. */
import type { Annotation } from '@/domain/annotation';
import type { AnnotationList } from '@/domain/contract/annotations';

/**
 * The fresh list with the old list's objects wherever id and version are the same, and the old items as a whole where
 * all are. Every change of a mark raises its version, so that marks of equal version and time are equal, but for the
 * names of their people, which change by themselves. The time tells apart what happened twice, as after a backup was
 * restored.
 */
export function keepUnchanged(before: AnnotationList | undefined, fresh: AnnotationList): AnnotationList {
  if (before === undefined) return fresh;
  const known = new Map(before.items.map((item) => [item.id, item]));
  const items = fresh.items.map((item) => {
    const old = known.get(item.id);
    return old !== undefined && isUnchanged(old, item) ? old : item;
  });
  const same = items.length === before.items.length && items.every((item, at) => item === before.items[at]);
  if (same) return before.seq === fresh.seq ? before : { items: before.items, seq: fresh.seq };
  return { items, seq: fresh.seq };
}

function isUnchanged(old: Annotation, fresh: Annotation): boolean {
  return (
    old.version === fresh.version &&
    old.updatedAt === fresh.updatedAt &&
    old.author.name === fresh.author.name &&
    old.lastChangedBy.name === fresh.lastChangedBy.name &&
    old.review?.by.name === fresh.review?.by.name
  );
}
