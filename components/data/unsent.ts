/**
 * The writes of one article that the desk has not yet acknowledged: pure states and the steps between them. They are
 * sent in order, one at a time; a write that waits for an earlier one of the same mark gets its version from the
 * earlier one's answer. What the desk cannot be asked now is kept and tried again; what it refuses stays until the
 * person mends or discards it.
 */

import {
  changeAnnotation,
  deleteAnnotation,
  makeAnnotation,
  restoreAnnotation,
  reviewAnnotation,
} from '@/domain/annotating';
import type { Annotation, NewAnnotation } from '@/domain/annotation';
import { isSame } from '@/domain/differences';
import { alignWish, type Choice, decideBetween } from '@/domain/mark-meeting';
import { isRefusal, type Refusal } from '@/domain/refusal';
import { clashes } from './clash';
import { patchBetween } from './patch-between';
import type { RefusedWith, Standing, Write } from './write';

/** What keeps the desk from taking anything at the moment. */
export const holds = ['network', 'server', 'diskFull', 'signIn', 'otherPerson'] as const;
export type Hold = (typeof holds)[number];

export interface Unsent {
  /** In the order in which they were made. */
  readonly writes: readonly Write[];
  /** What the last attempt met; it stands until the desk has answered one. */
  readonly hold: Hold | undefined;
  /** How many times in a row no usable answer came. */
  readonly failures: number;
}

export const nothingUnsent: Unsent = { writes: [], hold: undefined, failures: 0 };

export type Step =
  | { readonly type: 'made'; readonly write: Write }
  | { readonly type: 'sending'; readonly key: string }
  | { readonly type: 'sent'; readonly key: string; readonly answer: Annotation }
  | { readonly type: 'failed'; readonly key: string; readonly why: Hold }
  | { readonly type: 'refused'; readonly key: string; readonly refused: RefusedWith }
  /** The desk refused an old version; `freshKey` is for sending it again on top of theirs. */
  | { readonly type: 'stale'; readonly key: string; readonly current: Annotation; readonly freshKey: string }
  /** Whoever was sending is gone: what was under way may or may not have arrived. */
  | { readonly type: 'takenOver' }
  /** A newer state of a mark has come: what is stale is held against that one. */
  | { readonly type: 'known'; readonly current: Annotation }
  /**
   * The person wants it sent again as it is. `over` is the version that they saw it clash with; a newer one by now is
   * theirs to look at first. Undefined for what was refused.
   */
  | {
      readonly type: 'insisted';
      readonly key: string;
      readonly freshKey: string;
      readonly over?: number | undefined;
    }
  /** The person chose between theirs and mine, in some of the fields or all, looking at version `over` of theirs. */
  | {
      readonly type: 'decided';
      readonly key: string;
      readonly over: number;
      readonly choices: readonly Choice[];
    }
  /** The person wants a mark back that somebody else deleted, and on it what they asked for. */
  | { readonly type: 'revived'; readonly key: string; readonly over: number; readonly restoration: Write }
  | { readonly type: 'discarded'; readonly key: string };

/** The state after a step. Steps about a write that is not there change nothing. */
export function advance(state: Unsent, step: Step): Unsent {
  switch (step.type) {
    case 'made':
      return { ...state, writes: withWrite(state.writes, step.write) };
    case 'sending':
      return withStanding(state, step.key, { is: 'sending' });
    case 'sent':
      return { writes: afterAnswer(state.writes, step.key, step.answer), hold: undefined, failures: 0 };
    case 'failed': {
      const kept = withStanding(state, step.key, { is: 'waiting', tried: true });
      return { ...kept, hold: step.why, failures: state.failures + 1 };
    }
    case 'refused': {
      const kept = withStanding(state, step.key, { is: 'refused', refused: step.refused });
      return { writes: withNextFreed(kept.writes, step.key), hold: undefined, failures: 0 };
    }
    case 'stale':
      return { writes: afterStale(state.writes, step), hold: undefined, failures: 0 };
    case 'takenOver':
      return { ...state, writes: state.writes.map(takenOver) };
    case 'known':
      return { ...state, writes: afterNews(state.writes, step.current) };
    case 'insisted':
      return { ...state, writes: replaced(state.writes, step.key, (write) => insisted(write, step)) };
    case 'decided':
      return { ...state, writes: afterDecision(state.writes, step) };
    case 'revived':
      return { ...state, writes: afterRevival(state.writes, step) };
    case 'discarded':
      return { ...state, writes: without(state.writes, step.key) };
  }
}

/**
 * The write to send next: the first that waits with no earlier write of the same mark before it; undefined while one
 * is under way.
 */
export function nextToSend({ writes }: Unsent): Write | undefined {
  if (writes.some((write) => write.standing.is === 'sending')) return undefined;
  const earlier = new Set<string>();
  for (const write of writes) {
    if (write.standing.is === 'waiting' && !earlier.has(write.annotationId)) return write;
    if (isInTheWay(write)) earlier.add(write.annotationId);
  }
  return undefined;
}

/** What becomes of a mark by a write. Throws a `Refusal` when the one no longer fits the other. */
export function outcome({ ask, act }: Pick<Write, 'ask' | 'act'>, mark: Annotation): Annotation {
  switch (ask.type) {
    case 'create':
      return makeAnnotation(ask.sent, { id: mark.id, articleId: mark.articleId }, act);
    case 'change':
      return changeAnnotation(mark, ask.patch, act);
    case 'remove':
      return deleteAnnotation(mark, act);
    case 'restore':
      return restoreAnnotation(mark, act);
    case 'review':
      return reviewAnnotation(mark, ask.review, act);
  }
}

/** What the state line says, most urgent first. */
export type SaveState =
  | { readonly is: 'saved' }
  | { readonly is: 'saving'; readonly unsent: number }
  | { readonly is: 'held'; readonly why: Hold; readonly unsent: number }
  /** Refused or stale writes wait for the person: `open` of all that is unsent. */
  | { readonly is: 'undecided'; readonly unsent: number; readonly open: number };

/** Saved only when the desk has acknowledged everything. */
export function saveState({ writes, hold }: Unsent): SaveState {
  const unsent = writes.length;
  if (unsent === 0) return { is: 'saved' };
  const open = writes.filter(needsPerson).length;
  // While all that is unsent waits for the person, nothing is held back by anything else.
  if (hold !== undefined && open < unsent) return { is: 'held', why: hold, unsent };
  return open > 0 ? { is: 'undecided', unsent, open } : { is: 'saving', unsent };
}

/** Whether only the person can say how it goes on. */
export function needsPerson({ standing }: Write): boolean {
  return standing.is === 'refused' || standing.is === 'stale';
}

/**
 * Whether later writes of the mark build on it. A deletion or decision that the desk did not take has left the mark as
 * it is.
 */
function isInTheWay(write: Write): boolean {
  return !needsPerson(write) || (write.ask.type !== 'remove' && write.ask.type !== 'review');
}

/** A write that was under way when its sender ended: sent again unaltered, because it may have arrived. */
function takenOver(write: Write): Write {
  return write.standing.is === 'sending' ? { ...write, standing: { is: 'waiting', tried: true } } : write;
}

/**
 * Adds a write: repeats are dropped, a change joins one of the same mark that has not been sent, and asking anew takes
 * the place of what was not taken.
 */
function withWrite(all: readonly Write[], write: Write): readonly Write[] {
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

/** A second click on delete, restore or the same decision, while the first is unsent. Other reasons are another decision. */
function isRepeat(earlier: Write, write: Write): boolean {
  return write.ask.type !== 'change' && isSame(earlier.ask, write.ask);
}

/** Never sent as it is now: not tried yet, or refused for good. */
function isUntouched({ standing }: Write): boolean {
  return (
    standing.is === 'refused' || standing.is === 'stale' || (standing.is === 'waiting' && !standing.tried)
  );
}

function isOpenToChange(write: Write): boolean {
  return (write.ask.type === 'change' || write.ask.type === 'create') && isUntouched(write);
}

/**
 * An unsent write that does what it did and the change as well. A refused one is thereby mended and waits again; a
 * stale one still waits for the person.
 */
function join(earlier: Write, change: Write): Write {
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

/** The others, once one was answered: the next write of the same mark builds on the answer. */
function afterAnswer(writes: readonly Write[], key: string, answer: Annotation): readonly Write[] {
  const done = writes.find((write) => write.key === key);
  if (done === undefined) return writes;
  const rest = writes.filter((write) => write !== done);
  const next = rest.find((write) => write.annotationId === done.annotationId && !needsPerson(write));
  return next === undefined ? rest : replaced(rest, next.key, () => rebased(next, answer));
}

function afterStale(
  writes: readonly Write[],
  { key, current, freshKey }: { key: string; current: Annotation; freshKey: string },
): readonly Write[] {
  const stale = replaced(writes, key, (write) => rebased({ ...write, key: freshKey }, current));
  return withNextFreed(withFollowing(stale, freshKey), freshKey);
}

/**
 * Where a write is not in the way any more because the desk did not take it, the next one of the mark goes on from the
 * state that the desk has, whose version it sends.
 */
function withNextFreed(writes: readonly Write[], key: string): readonly Write[] {
  const held = writes.find((write) => write.key === key);
  if (held === undefined || isInTheWay(held)) return writes;
  const next = writes
    .slice(writes.indexOf(held) + 1)
    .find((write) => write.annotationId === held.annotationId && !needsPerson(write));
  if (next === undefined) return writes;
  const { standing, seen, version } = held;
  return replaced(writes, next.key, () =>
    standing.is === 'stale' ? rebased(next, standing.current) : onTop(next, seen, version),
  );
}

/**
 * Where a change is stale, the changes of the same mark right behind it become part of it, so that the person decides
 * once, between theirs and all of mine.
 */
function withFollowing(writes: readonly Write[], key: string): readonly Write[] {
  const stale = writes.find((write) => write.key === key);
  if (stale?.standing.is !== 'stale' || stale.ask.type !== 'change') return writes;
  const next = writes
    .slice(writes.indexOf(stale) + 1)
    .find(({ annotationId }) => annotationId === stale.annotationId);
  if (next === undefined || next.ask.type !== 'change' || !isUntouched(next)) return writes;
  const joined = { ...join(stale, next), key };
  return withFollowing(
    replaced(writes, key, () => joined).filter((write) => write !== next),
    key,
  );
}

/**
 * A write that was made on an older state, put on top of `current`: as it is where others touched nothing that it
 * touches, else for the person to decide.
 */
function rebased(write: Write, current: Annotation): Write {
  const meant = counted(write, current);
  if (clashes(meant, current)) return { ...meant, standing: { is: 'stale', current } };
  return onTop(meant, current, current.version);
}

/** A change asks for what the person changed, counted from what they have seen of the mark by now. */
function counted(write: Write, current: Annotation): Write {
  if (write.ask.type !== 'change') return write;
  const { seen, wanted } = alignWish(write, current);
  return { ...write, ask: { type: 'change', patch: patchBetween(seen, wanted) } };
}

/** What is stale, held against a newer state of the mark; the person has not yet decided over that one. */
function afterNews(writes: readonly Write[], current: Annotation): readonly Write[] {
  return writes.map((write) =>
    write.annotationId === current.id && isStaleOver(write, ({ version }) => version < current.version)
      ? rebased(write, current)
      : write,
  );
}

function isStaleOver({ standing }: Write, over: (current: Annotation) => boolean): boolean {
  return standing.is === 'stale' && over(standing.current);
}

function insisted(write: Write, { freshKey, over }: { freshKey: string; over?: number | undefined }): Write {
  const fresh = { ...write, key: freshKey };
  if (write.standing.is !== 'stale') return { ...fresh, standing: { is: 'waiting', tried: false } };
  const { current } = write.standing;
  if (over !== undefined && current.version !== over) return write;
  return onTop(fresh, current, current.version);
}

/** A choice is for the state that was looked at, no newer one. What then changes nothing is no write any more. */
function afterDecision(
  writes: readonly Write[],
  { key, over, choices }: { key: string; over: number; choices: readonly Choice[] },
): readonly Write[] {
  const write = writes.find((one) => one.key === key);
  if (write?.ask.type !== 'change' || write.standing.is !== 'stale') return writes;
  const { current } = write.standing;
  if (current.version !== over || current.deletedAt !== undefined) return writes;
  const decided = rebased({ ...write, ...decideBetween(write, current, choices) }, current);
  if (!needsPerson(decided) && isNothing(decided)) return afterAnswer(writes, key, current);
  return replaced(writes, key, () => decided);
}

function isNothing({ ask }: Write): boolean {
  return ask.type === 'change' && Object.keys(ask.patch).length === 0;
}

/** The restoration goes first; its answer decides whether what was asked for still fits. */
function afterRevival(
  writes: readonly Write[],
  { key, over, restoration }: { key: string; over: number; restoration: Write },
): readonly Write[] {
  return writes.flatMap((write) => {
    const isMeant =
      write.key === key &&
      isStaleOver(write, ({ version, deletedAt }) => version === over && deletedAt !== undefined);
    if (!isMeant) return [write];
    return [restoration, { ...write, version: undefined, standing: { is: 'waiting', tried: false } }];
  });
}

/** The write as made on `mark`; refused where it no longer fits. `version` undefined: an earlier write decides it. */
function onTop(write: Write, mark: Annotation, version: number | undefined): Write {
  const hasVersion = write.ask.type !== 'restore' && write.ask.type !== 'create';
  const based = { ...write, seen: mark, version: hasVersion ? version : undefined };
  try {
    return { ...based, wanted: outcome(write, mark), standing: { is: 'waiting', tried: false } };
  } catch (error) {
    if (isRefusal(error)) return { ...based, standing: { is: 'refused', refused: refusedWith(error) } };
    throw error;
  }
}

/** Of a refusal, what the card shows. */
export function refusedWith({ code, message, extras }: Refusal): RefusedWith {
  return { code, message, errors: extras.errors ?? [] };
}

/** Without one write, unless it is under way; the next one of the same mark takes its place, or goes with it when the mark was never made. */
function without(writes: readonly Write[], key: string): readonly Write[] {
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

function withStanding(state: Unsent, key: string, standing: Standing): Unsent {
  return { ...state, writes: replaced(state.writes, key, (write) => ({ ...write, standing })) };
}

function replaced(writes: readonly Write[], key: string, by: (write: Write) => Write): readonly Write[] {
  return writes.map((write) => (write.key === key ? by(write) : write));
}
