/** Two changes of one mark made one, while the first is still unsent. */
import type { AnnotationPatch } from '@/domain/annotation';

/** The merge patch that does what `first` and then `second` does. A kind brings its own details. */
export function mergePatches(first: AnnotationPatch, second: AnnotationPatch): AnnotationPatch {
  if (second.kind !== undefined) {
    const { details: _, ...others } = first;
    return { ...others, ...second };
  }
  const details = mergeObjects(first.details, second.details);
  return { ...first, ...second, ...(details === undefined ? {} : { details }) };
}

type Fields = Record<string, unknown>;

/** Merge patches as such: a null stays, since it removes; what is within goes together. */
function mergeObjects(first: Fields | undefined, second: Fields | undefined): Fields | undefined {
  if (first === undefined || second === undefined) return second ?? first;
  const merged = new Map(Object.entries(first));
  for (const [name, value] of Object.entries(second)) {
    const old = merged.get(name);
    merged.set(name, isObject(old) && isObject(value) ? mergeObjects(old, value) : value);
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
