/** What a person makes of a write that the desk did not take: over the state that they looked at, and no newer one. */
import { type Choice, decideBetween } from '@/domain/mark-meeting';
import { replaced } from './join-writes';
import { onTop } from './outcome';
import { afterAnswer, isStaleOver, rebased } from './rebase';
import { needsPerson, type Write } from './write';

export function insisted(
  write: Write,
  { freshKey, over }: { freshKey: string; over?: number | undefined },
): Write {
  const fresh = { ...write, key: freshKey };
  if (write.standing.is !== 'stale') return { ...fresh, standing: { is: 'waiting', tried: false } };
  const { current } = write.standing;
  if (over !== undefined && current.version !== over) return write;
  return onTop(fresh, current, current.version);
}

/** A choice is for the state that was looked at, no newer one. What then changes nothing is no write any more. */
export function afterDecision(
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

/** The restoration goes first; its answer decides whether what was asked for still fits. */
export function afterRevival(
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

function isNothing({ ask }: Write): boolean {
  return ask.type === 'change' && Object.keys(ask.patch).length === 0;
}
