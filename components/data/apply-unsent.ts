/** The marks as the person sees them: what the desk said last, with what is unsent on top. */
import type { Annotation } from '@/domain/annotation';
import { isRefusal } from '@/domain/refusal';
import { outcome } from './outcome';
import { needsPerson, type Write } from './write';

/**
 * The list, in text order, with every unsent write applied in turn, so that a fresh list never takes back what the
 * person did. A write that the list already holds changes nothing more. Refused makings and changes stay in view, to
 * be mended; refused deletions, restorations and decisions did not happen, so that the mark is shown as it is.
 */
export function applyUnsent(list: readonly Annotation[], writes: readonly Write[]): readonly Annotation[] {
  if (writes.length === 0) return list;
  const touched = new Map<string, Annotation | undefined>();
  const wanted = new Set(writes.map(({ annotationId }) => annotationId));
  for (const mark of list) if (wanted.has(mark.id)) touched.set(mark.id, mark);
  for (const write of writes)
    touched.set(write.annotationId, shownAfter(write, touched.get(write.annotationId)));
  const kept = list.flatMap((mark) => (touched.has(mark.id) ? (touched.get(mark.id) ?? []) : mark));
  const known = new Set(list.map(({ id }) => id));
  const added = [...touched.values()].filter((mark) => mark !== undefined && !known.has(mark.id));
  return [...kept, ...added].filter((mark) => mark !== undefined).toSorted(compareInText);
}

/** Text order: by where the mark begins, then by where it ends, then by id. */
export function compareInText(one: Annotation, other: Annotation): number {
  return startOf(one) - startOf(other) || endOf(one) - endOf(other) || (one.id < other.id ? -1 : 1);
}

/** The mark after the write; undefined where none is shown. `mark` is undefined when none was shown before. */
function shownAfter(write: Write, mark: Annotation | undefined): Annotation | undefined {
  switch (write.ask.type) {
    case 'create':
      return mark ?? write.wanted;
    case 'change':
      return mark === undefined ? write.wanted : applied(write, mark);
    case 'restore':
      return needsPerson(write) ? mark : (mark ?? write.wanted);
    case 'remove':
      return needsPerson(write) ? (mark ?? write.seen) : undefined;
    case 'review':
      if (needsPerson(write)) return mark ?? write.seen;
      return mark === undefined ? undefined : applied(write, mark);
  }
}

/** The mark with the write on top; where the two no longer fit, what the person wanted. */
function applied(write: Write, mark: Annotation): Annotation {
  const isWhatWasSeen = write.seen.version === mark.version && write.seen.updatedAt === mark.updatedAt;
  if (isWhatWasSeen) return write.wanted;
  try {
    return outcome(write, mark);
  } catch (error) {
    if (isRefusal(error)) return write.wanted;
    throw error;
  }
}

function startOf({ spans }: Annotation): number {
  return spans[0]?.start ?? 0;
}

function endOf({ spans }: Annotation): number {
  return spans.at(-1)?.end ?? 0;
}
