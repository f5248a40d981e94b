/**
 * The unsent writes of one person to one article, as a tab has them: what is stored in the browser, with the tab's own
 * steps on top that are not stored yet. A step counts at once on screen, is stored next, and a write is sent only when
 * it is stored, so that it is lost neither with the tab nor with the browser. Where nothing can be stored, all goes on
 * in memory.
 */
import type { Annotation } from '@/domain/annotation';
import type { Choice } from '@/domain/mark-meeting';
import { isRefusal } from '@/domain/refusal';
import { CallFailed } from './call';
import { FIRST_PAUSE, pauseAfter } from './live/back-off';
import { emptyBox, type StoredBox, type Unreadable } from './outbox/box';
import { refusedWith } from './outcome';
import { advance, type Hold, nextToSend, nothingUnsent, type Step, type Unsent } from './unsent';
import type { Write } from './write';

/** What the store needs from the world. */
export interface UnsentWorld {
  /** What is stored after the steps, all or none of them; rejects when it cannot be stored. See `BoxStorage.advance`. */
  readonly keep: (steps: readonly Step[], known: StoredBox) => Promise<StoredBox>;
  /** Runs the work while no other tab does the same for this person and article; waits for its turn. */
  readonly alone: (work: () => Promise<void>) => Promise<void>;
  /** Tells the other tabs that something else is stored now, and what the desk said of marks meanwhile. */
  readonly announce: (answers: readonly Annotation[]) => void;
  /** Calls back after so many milliseconds, unless what it gives is called before. */
  readonly wait: (milliseconds: number, then: () => void) => () => void;
  /** 0 up to 1. */
  readonly random: () => number;
  /** Sends a write; throws as `call` does. */
  readonly send: (write: Write) => Promise<Annotation>;
  /** Told of every state of a mark that the desk gave, before the write is taken off. */
  readonly received: (annotation: Annotation) => void;
  /** Told when the marks are worth reading again: all is sent, or another tab was answered and ended before it told. */
  readonly readAgain: () => void;
  /** Told of what went wrong and is not the desk's no; the work goes on all the same. */
  readonly report: (error: unknown) => void;
  /** A new idempotency key. */
  readonly newKey: () => string;
  /** The current mark in an answer's `current`; undefined where there is none. */
  readonly readCurrent: (current: unknown) => Annotation | undefined;
}

/** What the tab knows. */
export interface BoxState extends Unsent {
  readonly unreadable: readonly Unreadable[];
  /** Whether it was read what earlier tabs left; until then nobody knows what is unsent. */
  readonly isRead: boolean;
  /** `stored`: nothing is in this tab alone; `storing`: it is on its way; `failing`: the browser cannot keep it. */
  readonly keeping: 'stored' | 'storing' | 'failing';
  /** How many of the writes are in this tab alone. */
  readonly unkept: number;
}

export const emptyState: BoxState = {
  ...nothingUnsent,
  unreadable: [],
  isRead: false,
  keeping: 'stored',
  unkept: 0,
};

export interface UnsentStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => BoxState;
  /** Takes a write in and begins to send. */
  readonly add: (write: Write) => void;
  /** Ends the pause after a failure at once. */
  readonly retry: () => void;
  /** Reads again what is stored, because another tab has changed it; `answers` are what the desk told that tab. */
  readonly reread: (answers: readonly Annotation[]) => void;
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

/** How long storing may take before the work goes on without it, in milliseconds. */
const STORING_PATIENCE = 5000;
/** How long after a failure to store it is tried again, in milliseconds. */
const STORING_PAUSE = 5000;

/** The store; it reads what is stored at once. */
export function createUnsentStore(world: UnsentWorld): UnsentStore {
  let stored: StoredBox = emptyBox;
  /** Not stored yet, in order. */
  let pending: readonly Step[] = [];
  let state = emptyState;
  /** What the desk said and the other tabs were not told yet. */
  let untold: readonly Annotation[] = [];
  /** The marks of which other tabs have told what the desk said. */
  const answered = new Set<string>();
  let fails = false;
  let isOutdated = true;
  let hasRead = false;
  let storing: Promise<void> | undefined;
  let isSending = false;
  /** Whether to send although the last attempt failed: at first too, because it was in another life. */
  let isWoken = true;
  let alarm: { readonly failures: number; readonly cancel: () => void } | undefined;
  let storingAlarm: (() => void) | undefined;
  const listeners = new Set<() => void>();

  function take(step: Step): void {
    pending = [...pending, step];
    show(advance(state, step));
    void store();
  }

  /** Shows what is unsent now, and begins what is to be done about it. */
  function show({ writes, hold, failures }: Unsent): void {
    const known = new Set(stored.unsent.writes.map(({ key }) => key));
    state = {
      writes,
      hold,
      failures,
      unreadable: stored.unreadable,
      isRead: hasRead || fails,
      keeping: pending.length === 0 ? 'stored' : fails ? 'failing' : 'storing',
      unkept: writes.filter(({ key }) => !known.has(key)).length,
    };
    for (const listener of listeners) listener();
    goOn();
  }

  function shown(): Unsent {
    return pending.reduce(advance, stored.unsent);
  }

  /** Stores what is pending and reads what others stored, until nothing is left of either or it fails. */
  function store(): Promise<void> {
    storing ??= storeAll();
    return storing;
  }

  async function storeAll(): Promise<void> {
    try {
      // Steps of one turn share a transaction.
      await Promise.resolve();
      while (pending.length > 0 || isOutdated) await storeOnce();
    } catch (error) {
      fails = true;
      show(shown());
      storingAlarm?.();
      storingAlarm = world.wait(STORING_PAUSE, () => void store());
      world.report(error);
    } finally {
      storing = undefined;
    }
  }

  async function storeOnce(): Promise<void> {
    const batch = pending;
    const told = untold;
    const before = stored;
    isOutdated = false;
    try {
      stored = await world.keep(batch, stored);
    } catch (error) {
      isOutdated = true;
      throw error;
    }
    hasRead = true;
    fails = false;
    storingAlarm?.();
    storingAlarm = undefined;
    pending = pending.slice(batch.length);
    untold = untold.slice(told.length);
    show(shown());
    if (batch.length > 0) world.announce(told);
    if (before.unsent.writes.some((write) => isGoneUntold(write, batch))) world.readAgain();
  }

  /** Whether another tab took the write off and nobody said what the desk had answered. */
  function isGoneUntold({ key, annotationId }: Write, own: readonly Step[]): boolean {
    if (stored.unsent.writes.some((write) => write.annotationId === annotationId)) return false;
    return !answered.delete(annotationId) && !own.some((step) => 'key' in step && step.key === key);
  }

  /** Ends when everything is stored, or when it is clear that it cannot be for now. */
  async function allStored(): Promise<void> {
    if ((pending.length === 0 && !isOutdated) || fails) return;
    let cancel = (): void => undefined;
    const patience = new Promise<void>((end) => {
      cancel = world.wait(STORING_PATIENCE, () => {
        fails = true;
        show(shown());
        end();
      });
    });
    await Promise.race([store(), patience]);
    cancel();
  }

  /** Begins to send, or waits for the end of the pause, where there is something to send. */
  function goOn(): void {
    const { hold, writes } = state;
    const isOpen = nextToSend(state) !== undefined || writes.some(isUnderWay);
    const failures = hold === undefined || !isOpen ? 0 : state.failures;
    if (alarm !== undefined && alarm.failures !== failures) {
      alarm.cancel();
      alarm = undefined;
    }
    if (isSending || !state.isRead) return;
    if (!isOpen) {
      isWoken = false;
      return;
    }
    if (hold === undefined || isWoken || writes.some(isUnderWay)) void send();
    else if (alarm === undefined && comesBack[hold]) {
      alarm = { failures, cancel: world.wait(pauseAfter(failures, FIRST_PAUSE, world.random()), ring) };
    }
  }

  function ring(): void {
    alarm = undefined;
    wake();
  }

  function wake(): void {
    isWoken = true;
    isOutdated = true;
    if (!isSending) void send();
  }

  /** Waits for this tab's turn, then sends what can be sent. */
  async function send(): Promise<void> {
    isSending = true;
    try {
      await world.alone(sendAll);
    } finally {
      isSending = false;
    }
    goOn();
  }

  /** Sends one at a time, until nothing is left or something is in the way. */
  async function sendAll(): Promise<void> {
    isOutdated = true;
    await allStored();
    if (state.writes.some(isUnderWay)) take({ type: 'takenOver' });
    if (state.hold !== undefined && !isWoken) return allStored();
    isWoken = false;
    let hasSent = false;
    for (;;) {
      const next = nextToSend(state);
      if (next !== undefined) take({ type: 'sending', key: next.key });
      await allStored();
      // What is stored by now may be another tab's will.
      const write = state.writes.find((one) => one.key === next?.key && isUnderWay(one));
      if (write !== undefined) {
        hasSent = true;
        if (!(await sendOne(write))) return allStored();
      } else if (nextToSend(state) === undefined) break;
    }
    if (hasSent && state.writes.length === 0) world.readAgain();
  }

  /** Gives whether the desk answered. */
  async function sendOne(write: Write): Promise<boolean> {
    try {
      const answer = await world.send(write);
      receive(answer);
      take({ type: 'sent', key: write.key, answer });
      return true;
    } catch (error) {
      return afterFailure(write, error);
    }
  }

  function afterFailure(write: Write, error: unknown): boolean {
    const { key } = write;
    const hold = holdFor(error);
    if (hold !== undefined) {
      take({ type: 'failed', key, why: hold });
      return false;
    }
    if (!isRefusal(error)) {
      take({ type: 'failed', key, why: 'server' });
      world.report(error);
      return false;
    }
    const current = world.readCurrent(error.extras.current);
    if (current !== undefined) receive(current);
    if (error.code === 'deleted' && write.ask.type === 'remove' && current !== undefined) {
      // Somebody else was quicker: what was asked for is done.
      take({ type: 'sent', key, answer: current });
    } else if ((error.code === 'stale' || error.code === 'deleted') && current !== undefined) {
      take({ type: 'stale', key, current, freshKey: world.newKey() });
    } else {
      take({ type: 'refused', key, refused: refusedWith(error) });
    }
    return true;
  }

  function receive(annotation: Annotation): void {
    untold = [...untold, annotation];
    world.received(annotation);
  }

  void store();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => state,
    add: (write) => take({ type: 'made', write }),
    retry: wake,
    reread(answers) {
      for (const answer of answers) {
        answered.add(answer.id);
        world.received(answer);
      }
      isOutdated = true;
      void store();
    },
    learn: (current) => take({ type: 'known', current }),
    insist: (key, over) => take({ type: 'insisted', key, freshKey: world.newKey(), over }),
    decide: (key, over, choices) => take({ type: 'decided', key, over, choices }),
    revive: (key, over, restoration) => take({ type: 'revived', key, over, restoration }),
    discard: (key) => take({ type: 'discarded', key }),
  };
}

/** Whether it may get better by itself. Whoever is signed in changes only by what a person does. */
const comesBack = {
  network: true,
  server: true,
  diskFull: true,
  signIn: false,
  otherPerson: false,
} as const satisfies Record<Hold, boolean>;

function isUnderWay({ standing }: Write): boolean {
  return standing.is === 'sending';
}

/** Why sending has to wait after this; undefined when the write itself was refused. */
function holdFor(error: unknown): Hold | undefined {
  if (error instanceof CallFailed) return error.why;
  if (!isRefusal(error)) return undefined;
  if (error.code === 'not-signed-in') return 'signIn';
  if (error.code === 'other-person') return 'otherPerson';
  if (error.code === 'disk-full') return 'diskFull';
  return error.status >= 500 || error.status === 429 ? 'server' : undefined;
}
