/** Writes that were made on an older state of their mark, held against the one that the desk has. */
import type { Annotation } from '@/domain/annotation';
import { alignWish } from '@/domain/mark-meeting';
import { clashes } from './clash';
import { join, replaced } from './join-writes';
import { onTop } from './outcome';
import { patchBetween } from './patch-between';
import { isInTheWay, isUntouched, needsPerson, type Write } from './write';

/** The others, once one was answered: the next write of the same mark builds on the answer. */
export function afterAnswer(writes: readonly Write[], key: string, answer: Annotation): readonly Write[] {
  const done = writes.find((write) => write.key === key);
  if (done === undefined) return writes;
  const rest = writes.filter((write) => write !== done);
  const next = rest.find((write) => write.annotationId === done.annotationId && !needsPerson(write));
  return next === undefined ? rest : replaced(rest, next.key, () => rebased(next, answer));
}

export function afterStale(
  writes: readonly Write[],
  { key, current, freshKey }: { key: string; current: Annotation; freshKey: string },
): readonly Write[] {
  const stale = replaced(writes, key, (write) => rebased({ ...write, key: freshKey }, current));
  return withNextFreed(withFollowing(stale, freshKey), freshKey);
}

/** What is stale, held against a newer state of the mark; the person has not yet decided over that one. */
export function afterNews(writes: readonly Write[], current: Annotation): readonly Write[] {
  return writes.map((write) =>
    write.annotationId === current.id && isStaleOver(write, ({ version }) => version < current.version)
      ? rebased(write, current)
      : write,
  );
}

/**
 * Where a write is not in the way any more because the desk did not take it, the next one of the mark goes on from the
 * state that the desk has, whose version it sends.
 */
export function withNextFreed(writes: readonly Write[], key: string): readonly Write[] {
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
 * A write that was made on an older state, put on top of `current`: as it is where others touched nothing that it
 * touches, else for the person to decide.
 */
export function rebased(write: Write, current: Annotation): Write {
  const meant = counted(write, current);
  if (clashes(meant, current)) return { ...meant, standing: { is: 'stale', current } };
  return onTop(meant, current, current.version);
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

/** A change asks for what the person changed, counted from what they have seen of the mark by now. */
function counted(write: Write, current: Annotation): Write {
  if (write.ask.type !== 'change') return write;
  const { seen, wanted } = alignWish(write, current);
  return { ...write, ask: { type: 'change', patch: patchBetween(seen, wanted) } };
}

export function isStaleOver({ standing }: Write, over: (current: Annotation) => boolean): boolean {
  return standing.is === 'stale' && over(standing.current);
}
