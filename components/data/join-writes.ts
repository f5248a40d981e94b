/** How writes of one mark that have not left yet become fewer. */
import type { Annotation, NewAnnotation } from '@/domain/annotation';
import { isSame } from '@/domain/differences';
import { isRefusal } from '@/domain/refusal';
import { onTop, outcome } from './outcome';
import { patchBetween } from './patch-between';
import { isInTheWay, isUntouched, type Standing, type Write } from './write';

/**
 * Adds a write: repeats are dropped, a change joins one of the same mark that has not been sent, and asking anew takes
 * the place of what was not taken.
 */
export function withWrite(all: readonly Write[], write: Write): readonly Write[] {
  if (all.some(({ key }) => key === write.key)) return all;
  const writes = all.filter(
    (other) =>
      other.annotationId !== write.annotationId || other.ask.type !== write.ask.type || isInTheWay(other),
  );
  const earlier = writes.findLast((other) => other.annotationId === write.annotationId && isInTheWay(other));
  if (earlier === undefined) return [...writes, write];
  if (isRepeat(earlier, write)) return writes;
  if (write.ask.type === 'change' && isOpenToChange(earlier)) {
    const joined = join(earlier, write);
    return replaced(writes, earlier.key, () => joined);
  }
  if (write.ask.type === 'remove' && earlier.ask.type === 'create' && isUntouched(earlier)) {
    return without(writes, earlier.key);
  }
  return [...writes, { ...write, version: undefined }];
}

/** Without one write, unless it is under way; the next one of the same mark takes its place, or goes with it when the mark was never made. */
export function without(writes: readonly Write[], key: string): readonly Write[] {
  const dropped = writes.find((write) => write.key === key);
  if (dropped === undefined || dropped.standing.is === 'sending') return writes;
  const rest = writes.filter((write) => write !== dropped);
  if (dropped.ask.type === 'create') {
    return rest.filter(({ annotationId }) => annotationId !== dropped.annotationId);
  }
  const next = rest.find((write) => write.annotationId === dropped.annotationId && isInTheWay(write));
  if (!isInTheWay(dropped) || next === undefined || writes.indexOf(dropped) > writes.indexOf(next))
    return rest;
  // A restoration sends no version, but the deleted mark has one.
  const version = dropped.ask.type === 'restore' ? dropped.seen.version : dropped.version;
  return replaced(rest, next.key, () => onTop(next, dropped.seen, version));
}

export function replaced(
  writes: readonly Write[],
  key: string,
  by: (write: Write) => Write,
): readonly Write[] {
  return writes.map((write) => (write.key === key ? by(write) : write));
}

/** A second click on delete, restore or the same decision, while the first is unsent. Other reasons are another decision. */
function isRepeat(earlier: Write, write: Write): boolean {
  return write.ask.type !== 'change' && isSame(earlier.ask, write.ask);
}

function isOpenToChange(write: Write): boolean {
  return (write.ask.type === 'change' || write.ask.type === 'create') && isUntouched(write);
}

/**
 * An unsent write that does what it did and the change as well. A refused one is thereby mended and waits again; a
 * stale one still waits for the person.
 */
export function join(earlier: Write, change: Write): Write {
  const { key } = change;
  const wanted = inTurn(earlier, change);
  const standing: Standing =
    earlier.standing.is === 'stale' ? earlier.standing : { is: 'waiting', tried: false };
  if (earlier.ask.type === 'create') {
    return { ...earlier, key, ask: { type: 'create', sent: sentOf(wanted) }, seen: wanted, wanted, standing };
  }
  const patch = patchBetween(earlier.seen, wanted);
  return { ...earlier, key, ask: { type: 'change', patch }, wanted, standing };
}

/**
 * The mark after both: what a form that was open meanwhile wants does not know of the earlier change, and must not undo
 * it. Where the two no longer fit, the later one counts.
 */
function inTurn(earlier: Write, change: Write): Annotation {
  try {
    return outcome(change, earlier.wanted);
  } catch (error) {
    if (isRefusal(error)) return change.wanted;
    throw error;
  }
}

/** A whole mark in the form in which it is sent. */
function sentOf(mark: Annotation): NewAnnotation {
  return {
    id: mark.id,
    revision: mark.revision,
    kind: mark.kind,
    spans: mark.spans.map(({ start, end }) => ({ start, end })),
    details: { ...mark.details },
    labels: mark.labels,
    ...(mark.note === undefined ? {} : { note: mark.note }),
  };
}
