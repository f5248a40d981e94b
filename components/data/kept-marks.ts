/**
 * The marks of an article as this tab knows them, and what everything that is heard of them makes of that: changes from
 * the stream in whatever order, answers to the tab's own writes, and lists that were asked for at some time. Pure.
 *
 * The list shows the article's log up to its `seq`, with the answers to own writes on top, which may be ahead of it. A
 * change that is next in the log is applied, an older one is known already, a farther one waits for those before it.
 * Nothing heard late ever takes back what is shown: only a resync does, after which the log is read anew.
 */
import { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';
import type { AnnotationList } from '@/domain/contract/annotations';
import { keepUnchanged } from './keep-unchanged';
import { placeMark } from './place-mark';

export interface KeptMarks {
  /** Undefined before the first list has come. */
  readonly list: AnnotationList | undefined;
  /** Changes whose turn has not come, by their position. */
  readonly waiting: ReadonlyMap<number, Change>;
  /** How far the article's log goes, as far as is known. */
  readonly end: number;
  /** The versions with which marks were deleted: an older state of one does not bring it back. */
  readonly gone: ReadonlyMap<string, number>;
  /** The versions of marks that are known by an answer only; the log has not told of them yet. */
  readonly unconfirmed: ReadonlyMap<string, number>;
  /** How many answers and resyncs were heard. A list that was asked for before the last of them may lack it. */
  readonly heard: number;
  /** Whether the log told of cannot be trusted any more: the next list is taken as it is. */
  readonly isLost: boolean;
}

export const nothingKept: KeptMarks = {
  list: undefined,
  waiting: new Map(),
  end: 0,
  gone: new Map(),
  unconfirmed: new Map(),
  heard: 0,
  isLost: false,
};

/** More than this many changes are not kept waiting; the list is read again instead. */
const MOST_WAITING = 2000;

/** Whether the list has to be read again, as changes are missing that nobody will tell any more. */
export function lacksChanges({ list, end, isLost }: KeptMarks): boolean {
  return list !== undefined && (isLost || end > list.seq);
}

/** Changes that the stream told, in whatever order. */
export function hearChanges(kept: KeptMarks, changes: readonly Change[]): KeptMarks {
  const seq = kept.isLost ? 0 : (kept.list?.seq ?? 0);
  const waiting = new Map(kept.waiting);
  let { end } = kept;
  for (const change of changes) {
    if (change.position <= seq) continue;
    waiting.set(change.position, change);
    end = Math.max(end, change.position);
  }
  if (end === kept.end && waiting.size === kept.waiting.size) return kept;
  return inTurn({ ...kept, waiting, end });
}

/** That the log goes as far as this, at least. */
export function hearEnd(kept: KeptMarks, position: number): KeptMarks {
  return position > kept.end ? { ...kept, end: position } : kept;
}

/** A mark as the desk answered a write of this tab. */
export function hearAnswer(kept: KeptMarks, mark: Annotation): KeptMarks {
  const heard = kept.heard + 1;
  const next = withMark(kept, mark);
  if (next === kept) return { ...kept, heard };
  return { ...next, heard, unconfirmed: new Map(kept.unconfirmed).set(mark.id, mark.version) };
}

/** That what lies before `position` is not told any more, and may not even be true any more. */
export function hearResync(kept: KeptMarks, position: number): KeptMarks {
  return { ...kept, waiting: new Map(), end: position, heard: kept.heard + 1, isLost: true };
}

/**
 * A list as the desk answered it; `askedAt` is what `heard` was when it was asked for. One that was asked for too early
 * changes nothing and has to be asked for again (`isTooEarly`), an older one than is kept changes nothing.
 */
export function takeList(kept: KeptMarks, list: AnnotationList, askedAt: number): KeptMarks {
  if (isTooEarly(kept, askedAt)) return kept;
  if (!kept.isLost && kept.list !== undefined && list.seq < kept.list.seq) return kept;
  return inTurn({
    ...kept,
    list: keepUnchanged(kept.list, list),
    gone: kept.isLost ? nothingKept.gone : withVanished(kept, list),
    unconfirmed: nothingKept.unconfirmed,
    end: Math.max(list.seq, kept.end),
    isLost: false,
  });
}

/** The deleted marks with those that the list lacks: whatever version deleted them, it was a later one than is shown. */
function withVanished({ list: before, gone }: KeptMarks, list: AnnotationList): ReadonlyMap<string, number> {
  const standing = new Set(list.items.map(({ id }) => id));
  const vanished = before?.items.filter(({ id }) => !standing.has(id)) ?? [];
  return vanished.length === 0
    ? gone
    : new Map([...gone, ...vanished.map(({ id, version }) => [id, version] as const)]);
}

/** Whether a list asked for then may lack what was heard since. */
export function isTooEarly({ heard }: KeptMarks, askedAt: number): boolean {
  return askedAt !== heard;
}

/** Applies what waits and is next, and forgets what is known already. */
function inTurn(kept: KeptMarks): KeptMarks {
  if (kept.list === undefined || kept.isLost) return bounded(kept);
  const waiting = new Map(kept.waiting);
  for (const position of kept.waiting.keys()) if (position <= kept.list.seq) waiting.delete(position);
  let next: KeptMarks = kept;
  let { seq } = kept.list;
  for (let change = waiting.get(seq + 1); change !== undefined; change = waiting.get(seq + 1)) {
    const applied = withChange(next, change);
    if (applied === undefined) break;
    seq += 1;
    waiting.delete(seq);
    next = applied;
  }
  const items = next.list?.items ?? kept.list.items;
  return bounded({ ...next, list: { items, seq }, waiting, end: Math.max(next.end, seq) });
}

function bounded(kept: KeptMarks): KeptMarks {
  return kept.waiting.size > MOST_WAITING ? { ...kept, waiting: new Map() } : kept;
}

/** The marks after a change of the log; undefined when it cannot be read, so that the list has to be. */
function withChange(kept: KeptMarks, change: Change): KeptMarks | undefined {
  if (!change.action.startsWith('annotation.')) return kept;
  const mark = Annotation.safeParse(change.after).data;
  if (mark === undefined) return undefined;
  const unconfirmed = new Map(kept.unconfirmed);
  if ((unconfirmed.get(mark.id) ?? 0) <= mark.version) unconfirmed.delete(mark.id);
  // A list may be ahead of its position: a mark that it lacks was deleted by a change that is still to come.
  const isKnown = kept.list?.items.some(({ id }) => id === mark.id) === true;
  const counts =
    isKnown || (change.action !== 'annotation.changed' && change.action !== 'annotation.reviewed');
  return { ...(counts ? withMark(kept, mark) : kept), unconfirmed };
}

/** The marks with this one, or without it when it was deleted; the same where a newer state of it is known. */
function withMark(kept: KeptMarks, mark: Annotation): KeptMarks {
  const { list, gone } = kept;
  const known = list?.items.find(({ id }) => id === mark.id);
  if ((known?.version ?? gone.get(mark.id) ?? 0) >= mark.version) return kept;
  const isDeleted = mark.deletedAt !== undefined;
  return {
    ...kept,
    list: list && { items: placeMark(list.items, mark, !isDeleted), seq: list.seq },
    gone: isDeleted ? new Map(gone).set(mark.id, mark.version) : gone,
  };
}
