/** The unsent writes of one article, kept in memory and sent as soon as it can be. */
import type { Annotation } from '@/domain/annotation';
import type { Choice } from '@/domain/mark-meeting';
import { isRefusal } from '@/domain/refusal';
import { CallFailed } from './call';
import { advance, type Hold, nextToSend, nothingUnsent, refusedWith, type Step, type Unsent } from './unsent';
import type { Write } from './write';

/** What the store needs from the world. */
export interface UnsentWorld {
  /** Sends a write; throws as `call` does. */
  readonly send: (write: Write) => Promise<Annotation>;
  /** Told of every state of a mark that the desk gave, before the write is taken off. */
  readonly received: (annotation: Annotation) => void;
  /** Told when nothing is left to send. */
  readonly drained: () => void;
  /** The id of whoever is signed in now; throws as `call` does. */
  readonly whoAmI: () => Promise<string>;
  /** A new idempotency key. */
  readonly newKey: () => string;
  /** The current mark in an answer's `current`; undefined where there is none. */
  readonly readCurrent: (current: unknown) => Annotation | undefined;
}

export interface UnsentStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => Unsent;
  /** Takes a write in and begins to send. */
  readonly add: (write: Write) => void;
  /** Ends the pause after a failure at once. */
  readonly retry: () => void;
  /** Takes in a newer state of a mark, which what is stale is then held against. */
  readonly learn: (current: Annotation) => void;
  /**
   * Sends a refused or stale write again, on top of what others changed. `over` is the version of theirs that the person
   * looked at; when there is a newer one, nothing is sent.
   */
  readonly insist: (key: string, over?: number) => void;
  /** Settles fields of a stale change; it goes when no field clashes any more. `over` as in `insist`. */
  readonly decide: (key: string, over: number, choices: readonly Choice[]) => void;
  /** Brings a mark back that somebody deleted, before the stale write of it. `over` as in `insist`. */
  readonly revive: (key: string, over: number, restoration: Write) => void;
  readonly discard: (key: string) => void;
}

/** The pause after the first failure, doubled with each one that follows, in milliseconds. */
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** A store with nothing unsent. */
export function createUnsentStore(world: UnsentWorld): UnsentStore {
  let state = nothingUnsent;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function take(step: Step): void {
    state = advance(state, step);
    for (const listener of listeners) listener();
  }

  /** Sends what can be sent, one at a time, until nothing is left or something is in the way. */
  async function sendAll(): Promise<void> {
    for (let write = sendable(); write !== undefined; write = sendable()) {
      take({ type: 'sending', key: write.key });
      try {
        const answer = await world.send(write);
        world.received(answer);
        take({ type: 'sent', key: write.key, answer });
      } catch (error) {
        afterFailure(write, error);
      }
    }
    if (state.writes.length === 0) world.drained();
  }

  function sendable(): Write | undefined {
    return state.hold === undefined ? nextToSend(state) : undefined;
  }

  function afterFailure(write: Write, error: unknown): void {
    const { key } = write;
    const hold = holdFor(error);
    if (hold !== undefined) {
      take({ type: 'failed', key, why: hold });
      if (hold === 'network' || hold === 'server') pause();
      return;
    }
    if (!isRefusal(error)) {
      take({ type: 'failed', key, why: 'server' });
      throw error;
    }
    const current = world.readCurrent(error.extras.current);
    if (current !== undefined) world.received(current);
    if (error.code === 'deleted' && write.ask.type === 'remove' && current !== undefined) {
      // Somebody else was quicker: what was asked for is done.
      take({ type: 'sent', key, answer: current });
    } else if ((error.code === 'stale' || error.code === 'deleted') && current !== undefined) {
      take({ type: 'stale', key, current, freshKey: world.newKey() });
    } else {
      take({ type: 'refused', key, refused: refusedWith(error) });
    }
  }

  function pause(): void {
    clearTimeout(timer);
    timer = setTimeout(goOn, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (state.failures - 1)));
  }

  function goOn(): void {
    clearTimeout(timer);
    take({ type: 'released' });
    void sendAll();
  }

  /** After a new sign-in, only the person who made the writes may send them. */
  async function goOnAsSamePerson(): Promise<void> {
    try {
      const id = await world.whoAmI();
      if (state.writes.every(({ act }) => act.by.id === id)) goOn();
      else take({ type: 'held', why: 'otherPerson' });
    } catch (error) {
      take({ type: 'held', why: holdFor(error) ?? 'server' });
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => state,
    add(write) {
      take({ type: 'made', write });
      void sendAll();
    },
    retry() {
      if (state.hold === 'signIn' || state.hold === 'otherPerson') void goOnAsSamePerson();
      else goOn();
    },
    learn(current) {
      take({ type: 'known', current });
      void sendAll();
    },
    insist(key, over) {
      take({ type: 'insisted', key, freshKey: world.newKey(), over });
      void sendAll();
    },
    decide(key, over, choices) {
      take({ type: 'decided', key, over, choices });
      void sendAll();
    },
    revive(key, over, restoration) {
      take({ type: 'revived', key, over, restoration });
      void sendAll();
    },
    discard(key) {
      take({ type: 'discarded', key });
      void sendAll();
    },
  };
}

/** Why sending has to wait after this; undefined when the write itself was refused. */
function holdFor(error: unknown): Hold | undefined {
  if (error instanceof CallFailed) return error.why;
  if (!isRefusal(error)) return undefined;
  if (error.code === 'not-signed-in') return 'signIn';
  if (error.code === 'other-person') return 'otherPerson';
  return error.status >= 500 || error.status === 429 ? 'server' : undefined;
}
