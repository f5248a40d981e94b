/** For tests: a browser whose tabs share a database, locks and a channel, with a clock that only the test moves. */
import 'fake-indexeddb/auto';
import { applyUnsent } from '@/components/data/apply-unsent';
import { saveState } from '@/components/data/unsent';
import type { Annotation } from '@/domain/annotation';
import type { Person } from '@/domain/person';
import { boxStorage } from './box-storage';
import { opening } from './browser-database';
import type { Message } from './channel';
import type { Desk } from './desk-example';
import { createOutbox } from './outbox';

interface Timer {
  readonly at: number;
  readonly tab: object;
  readonly then: () => void;
}

interface Request {
  readonly tab: object;
  readonly work: () => Promise<void>;
  readonly end: () => void;
}

let browsers = 0;
let stamps = 0;

const newStamp = (): string => {
  stamps += 1;
  return `stamp-${stamps}`;
};

export function openBrowser(desk: Desk) {
  browsers += 1;
  const name = `browser-${browsers}`;
  const tabs = new Map<object, ((message: Message) => void)[]>();
  const queues = new Map<string, Request[]>();
  let timers: readonly Timer[] = [];
  let now = 0;
  /** Requests to the desk or the database that are under way in tabs that live. */
  let underWay = 0;
  /** Whether the database takes anything in. */
  let hasSpace = true;

  function grant(lock: string): void {
    const [first] = queues.get(lock) ?? [];
    if (first === undefined) return;
    void first.work().then(() => {
      if (queues.get(lock)?.[0] !== first) return;
      release(lock, first);
      first.end();
    });
  }

  function release(lock: string, request: Request): void {
    const queue = queues.get(lock) ?? [];
    const wasFirst = queue[0] === request;
    queues.set(
      lock,
      queue.filter((one) => one !== request),
    );
    if (wasFirst) grant(lock);
  }

  /** A tab of the person's that shows the article, with what the desk has now. */
  function openTab(person: Person, articleId: string) {
    const tab = {};
    tabs.set(tab, []);
    const list = new Map<string, Annotation>();
    const read = () => {
      list.clear();
      for (const mark of desk.standing()) list.set(mark.id, mark);
    };
    read();
    const storage = boxStorage(opening(name), newStamp);

    /** What a tab waits for never comes once the tab is gone. */
    async function whileAlive<Result>(work: () => Promise<Result>): Promise<Result> {
      if (!tabs.has(tab)) return never();
      underWay += 1;
      const [outcome] = await Promise.allSettled([work()]);
      underWay -= 1;
      if (!tabs.has(tab)) return never();
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    }

    const outbox = createOutbox({
      storage: {
        ...storage,
        advance: (box, steps, known) =>
          whileAlive(async () => {
            if (!hasSpace && steps.length > 0)
              throw new DOMException('No space is left', 'QuotaExceededError');
            return storage.advance(box, steps, known);
          }),
        list: () => whileAlive(() => storage.list()),
      },
      channel: () => ({
        tell(message) {
          const copy: Message = structuredClone(message);
          for (const [other, listeners] of tabs) {
            if (other !== tab) for (const listener of listeners) queueMicrotask(() => listener(copy));
          }
        },
        hear: (listener) => tabs.get(tab)?.push(listener),
      }),
      alone: (lock, work) =>
        new Promise((end) => {
          const queue = [...(queues.get(lock) ?? []), { tab, work, end }];
          queues.set(lock, queue);
          if (queue.length === 1) grant(lock);
        }),
      wait(milliseconds, then) {
        const timer = { at: now + milliseconds, tab, then };
        timers = [...timers, timer];
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      random: () => 0.5,
      send: (write) => whileAlive(() => desk.send(write)),
      received: (mark) => (mark.deletedAt === undefined ? list.set(mark.id, mark) : list.delete(mark.id)),
      readAgain: read,
      report: (error) => {
        if (!(error instanceof DOMException)) throw error;
      },
      newKey: newStamp,
      readCurrent: (current) => current as Annotation | undefined,
    });
    outbox.enter(person);
    const store = outbox.storeOf(person, { id: articleId });
    return {
      outbox,
      store,
      shown: () => applyUnsent([...list.values()], store.current().writes),
      state: () => saveState(store.current()),
      /** Ends the tab as a crash does: at once, in the middle of whatever it does. */
      crash() {
        tabs.delete(tab);
        timers = timers.filter((timer) => timer.tab !== tab);
        for (const [lock, queue] of queues) {
          for (const request of queue) if (request.tab === tab) release(lock, request);
        }
      },
    };
  }

  /** Lets everything go on until it waits for the clock, for a lock, or for ever. */
  async function settle(): Promise<void> {
    for (let calm = 0; calm < 5; calm = underWay === 0 ? calm + 1 : 0) await turn();
  }

  /** Moves the clock, and lets go on what waited for it. */
  async function pass(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    await settle();
    for (let due = nextDue(end); due !== undefined; due = nextDue(end)) {
      const timer = due;
      now = timer.at;
      timers = timers.filter((one) => one !== timer);
      timer.then();
      await settle();
    }
    now = end;
  }

  function nextDue(end: number): Timer | undefined {
    return timers.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0];
  }

  return {
    openTab,
    settle,
    pass,
    turn,
    fill(isFull: boolean) {
      hasSpace = !isFull;
    },
    opening: () => opening(name),
  };
}

/** One turn of the event loop, in which the database does one thing. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function never<Result>(): Promise<Result> {
  return new Promise(() => undefined);
}
