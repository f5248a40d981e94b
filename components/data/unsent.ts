/**
 * The writes of one article that the desk has not yet acknowledged: pure states and the steps between them. They are
 * sent in order, one at a time; a write that waits for an earlier one of the same mark gets its version from the
 * earlier one's answer. What the desk cannot be asked now is kept and tried again; what it refuses stays until the
 * person mends or discards it.
 */

import type { Annotation } from '@/domain/annotation';
import type { Choice } from '@/domain/mark-meeting';
import { afterDecision, afterRevival, insisted } from './decide-stale';
import { replaced, without, withWrite } from './join-writes';
import { afterAnswer, afterNews, afterStale, withNextFreed } from './rebase';
import { isInTheWay, needsPerson, type RefusedWith, type Standing, type Write } from './write';

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

function withStanding(state: Unsent, key: string, standing: Standing): Unsent {
  return { ...state, writes: replaced(state.writes, key, (write) => ({ ...write, standing })) };
}

/** A write that was under way when its sender ended: sent again unaltered, because it may have arrived. */
function takenOver(write: Write): Write {
  return write.standing.is === 'sending' ? { ...write, standing: { is: 'waiting', tried: true } } : write;
}
