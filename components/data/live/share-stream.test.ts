import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDeskStream } from './desk-stream';
import { fakeDesk } from './fake-desk';
import { joinSharing, type Sharing } from './share-stream';
import type { TabMessage } from './tab-message';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
const [first = '', second = ''] = ids;
/** Long enough for whoever comes or goes to be noticed, and for a stream to be opened. */
const settle = () => vi.advanceTimersByTimeAsync(200);

interface Tab {
  readonly sharing: Sharing;
  /** Of each article that it shows, how far it was told. */
  readonly known: Map<string, number>;
  /** It is gone without having said so. */
  readonly crash: () => void;
  /** It neither hears nor says anything any more, and keeps the lock. */
  readonly freeze: () => void;
}

/** A browser whose tabs hear each other and take turns at one lock, before a desk. */
function aBrowser(desk = fakeDesk()) {
  const hearing = new Map<string, (message: TabMessage) => void>();
  let holder: { readonly lose: () => void } | undefined;
  const queue: { readonly grant: () => void }[] = [];
  let count = 0;

  function grantNext(): void {
    if (holder === undefined) queue.shift()?.grant();
  }

  /** As the browser's own locks: one holder at a time, in the order of asking; who steals comes at once. */
  function withLock(
    lead: () => Promise<void>,
    { signal, steal }: { readonly signal: AbortSignal; readonly steal: boolean },
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const request = {
        grant() {
          const mine = { lose: () => reject(new DOMException('stolen', 'AbortError')) };
          holder = mine;
          const over = () => {
            if (holder === mine) holder = undefined;
            resolve();
            grantNext();
          };
          lead().then(over, over);
        },
      };
      signal.addEventListener('abort', () => {
        const place = queue.indexOf(request);
        if (place === -1) return;
        queue.splice(place, 1);
        reject(new DOMException('called off', 'AbortError'));
      });
      if (steal) {
        holder?.lose();
        request.grant();
      } else {
        queue.push(request);
        queueMicrotask(grantNext);
      }
    });
  }

  function openTab(shown: readonly string[]): Tab {
    count += 1;
    const name = `tab ${count}`;
    const known = new Map(shown.map((id) => [id, 0]));
    let isAlive = true;
    let isGone = false;
    let release: () => void = () => undefined;
    const streams: { close: () => void }[] = [];
    const sharing = joinSharing({
      tab: name,
      post(message) {
        if (!isAlive) return;
        for (const [other, hear] of hearing) if (other !== name) queueMicrotask(() => hear(message));
      },
      withLock: (lead, options) =>
        withLock(() => {
          if (isGone) return Promise.resolve();
          return Promise.race([
            lead(),
            new Promise<void>((resolve) => {
              release = resolve;
            }),
          ]);
        }, options),
      openStream(listener) {
        const stream = openDeskStream({ ...listener, open: desk.connect, chance: () => 0.5 });
        streams.push(stream);
        return stream;
      },
      placesHere: () => [...known],
      mostFollowed: 50,
      receive(message) {
        if (!isAlive) return;
        if (message.is === 'events') {
          for (const event of message.events) {
            if (event.name !== 'resync') continue;
            const { articleId, position } = event.data;
            const before = known.get(articleId);
            // A hole would have to be read anew; here it must not come to that.
            if (before !== undefined && position === before + 1) known.set(articleId, position);
          }
        }
        if (message.is === 'welcome' && message.tab === name) {
          for (const [id, position] of message.places) {
            if (known.has(id)) known.set(id, Math.max(known.get(id) ?? 0, position));
          }
        }
      },
    });
    hearing.set(name, (message) => isAlive && sharing.hear(message));
    const freeze = () => {
      isAlive = false;
      hearing.delete(name);
      for (const stream of streams) stream.close();
    };
    return {
      sharing,
      known,
      freeze,
      crash() {
        isGone = true;
        freeze();
        release();
      },
    };
  }
  return { desk, openTab };
}

describe('the tabs of a browser', () => {
  it('share one stream that follows what any of them shows', async () => {
    const { desk, openTab } = aBrowser();
    const tabs = [openTab([first]), openTab([second]), openTab([])];
    await settle();
    expect(desk.open()).toBe(1);
    expect(desk.asked).toEqual([
      new Map([
        [first, 0],
        [second, 0],
      ]),
    ]);
    desk.happen(first);
    desk.happen(second);
    await settle();
    expect(tabs.map(({ known }) => [...known.values()])).toEqual([[1], [1], []]);
  });

  it.each(['crashes', 'leaves'] as const)('go on when the one that leads %s', async (how) => {
    const { desk, openTab } = aBrowser();
    const leader = openTab([first]);
    const other = openTab([first]);
    await settle();
    desk.happen(first);
    await settle();
    if (how === 'crashes') leader.crash();
    else leader.sharing.leave();
    desk.happen(first);
    await settle();
    expect(other.known.get(first)).toBe(2);
    expect(desk.open()).toBe(1);
  });

  it('take the lead from one that has fallen silent', async () => {
    const { desk, openTab } = aBrowser();
    const leader = openTab([first]);
    const other = openTab([first]);
    await settle();
    leader.freeze();
    desk.happen(first);
    for (let minute = 0; minute < 4; minute += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      other.sharing.watch(Date.now());
    }
    await settle();
    expect(other.known.get(first)).toBe(1);
  });

  it('leave alone one that leads and only has nothing to tell', async () => {
    const { desk, openTab } = aBrowser();
    openTab([first]);
    const other = openTab([first]);
    await settle();
    for (let times = 0; times < 30; times += 1) {
      await vi.advanceTimersByTimeAsync(10_000);
      desk.beat();
      other.sharing.watch(Date.now());
    }
    await settle();
    expect(desk.asked).toHaveLength(1);
  });

  it('forget what a tab showed that is gone without a word', async () => {
    const { desk, openTab } = aBrowser();
    openTab([first]);
    const other = openTab([second]);
    await settle();
    other.crash();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.asked.at(-1)).toEqual(new Map([[first, 0]]));
  });

  it('end knowing everything, whatever comes, goes and breaks', async () => {
    const aStep = fc.record({
      is: fc.constantFrom('opens', 'crashes', 'leaves', 'happens', 'cut', 'waits'),
      which: fc.nat({ max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 10, maxLength: 30 }), async (steps) => {
        const { desk, openTab } = aBrowser();
        let tabs = [openTab(ids)];
        const ends = new Map<string, number>();
        for (const { is, which } of steps) {
          const tab = tabs[which % Math.max(tabs.length, 1)];
          const id = ids[which % ids.length] ?? first;
          if (is === 'opens') tabs = [...tabs, openTab([id])];
          if (is === 'happens') ends.set(id, desk.happen(id));
          if (is === 'cut') desk.end();
          if (is === 'waits') await settle();
          if (tab !== undefined && (is === 'crashes' || is === 'leaves')) {
            if (is === 'crashes') tab.crash();
            else tab.sharing.leave();
            tabs = tabs.filter((other) => other !== tab);
          }
        }
        await vi.advanceTimersByTimeAsync(20_000);
        for (const { known } of tabs) {
          for (const [id, position] of known) expect(position).toBe(ends.get(id) ?? 0);
        }
        expect(desk.open()).toBe(tabs.length === 0 ? 0 : 1);
        for (const { sharing } of tabs) sharing.leave();
      }),
      { numRuns: 60 },
    );
  });
});
