import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeAnnotation, decidedPart, deleteAnnotation } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import { openBrowser } from './outbox/browser-example';
import { makeDesk, type Weather } from './outbox/desk-example';
import { articleId, changeOf, creationOf, nora, quoteMark, rhea, text, writeOf } from './unsent-examples';
import type { UnsentStore } from './unsent-store';
import { needsPerson, type Write } from './write';

function open(marks: readonly Annotation[], weather: Weather[] = []) {
  const desk = makeDesk(marks, weather);
  const browser = openBrowser(desk);
  return { desk, browser, tab: browser.openTab(nora, articleId) };
}

describe('unsent writes', () => {
  it('are sent in order, the second with the version of the first one’s answer', async () => {
    const mark = quoteMark();
    const { desk, browser, tab } = open([mark], ['cut']);
    const first = changeOf(mark, { details: { cue: 'said' } });
    tab.store.add(first);
    await browser.settle();
    tab.store.add(changeOf(first.wanted, { details: { cue: 'told' } }));
    expect(tab.state()).toMatchObject({ is: 'held', unsent: 2 });
    await browser.pass(1000);
    expect(desk.done.map(({ version }) => version)).toEqual([1, 2]);
    expect(tab.state()).toEqual({ is: 'saved' });
  });

  it('are tried again under the same key after longer and longer pauses, or at once with Retry', async () => {
    const mark = quoteMark();
    const { desk, browser, tab } = open([mark], ['cut', 'trouble', 'cut']);
    tab.store.add(changeOf(mark, { note: 'Hm.' }));
    await browser.settle();
    expect(tab.state()).toEqual({ is: 'held', why: 'network', unsent: 1 });
    await browser.pass(1000);
    expect(tab.state()).toEqual({ is: 'held', why: 'server', unsent: 1 });
    await browser.pass(1000);
    expect(desk.sent).toHaveLength(2);
    tab.store.retry();
    await browser.settle();
    expect(desk.sent).toHaveLength(3);
    await browser.pass(60_000);
    expect(new Set(desk.sent.map(({ key }) => key)).size).toBe(1);
    expect(tab.state()).toEqual({ is: 'saved' });
  });

  it.each([
    ['nobody is signed in', 'not-signed-in', 'signIn'],
    ['somebody else is', 'other-person', 'otherPerson'],
  ] as const)('wait without trying again while %s', async (_, weather, why) => {
    const mark = quoteMark();
    const { desk, browser, tab } = open([mark], [weather]);
    tab.store.add(changeOf(mark, { note: 'Hm.' }));
    await browser.pass(600_000);
    expect(tab.state()).toEqual({ is: 'held', why, unsent: 1 });
    expect(desk.sent).toHaveLength(1);
    tab.outbox.wake();
    await browser.settle();
    expect(tab.state()).toEqual({ is: 'saved' });
  });

  it('are tried again when the desk’s disk is full', async () => {
    const mark = quoteMark();
    const { browser, tab } = open([mark], ['disk-full']);
    tab.store.add(changeOf(mark, { note: 'Hm.' }));
    await browser.settle();
    expect(tab.state()).toEqual({ is: 'held', why: 'diskFull', unsent: 1 });
    await browser.pass(1000);
    expect(tab.state()).toEqual({ is: 'saved' });
  });

  it('merge with what others changed elsewhere in the mark', async () => {
    const mark = quoteMark();
    const { desk, browser, tab } = open([mark]);
    const act = { text, by: rhea, at: '2025-03-02T09:30:00.000Z' };
    desk.states.set(mark.id, changeAnnotation(mark, { details: { saidTo: 'BBC News' } }, act));
    tab.store.add(changeOf(mark, { details: { cue: 'said' } }));
    await browser.settle();
    expect(tab.state()).toEqual({ is: 'saved' });
    expect(desk.states.get(mark.id)?.details).toMatchObject({ saidTo: 'BBC News', cue: 'said' });
  });

  it('are done with a deletion that somebody else was quicker with, and go on with the others', async () => {
    const [mark, other] = [quoteMark(1), quoteMark(2)];
    const { desk, browser, tab } = open([mark, other]);
    desk.states.set(mark.id, deleteAnnotation(mark, { at: '2025-03-02T09:30:00.000Z' }));
    tab.store.add(writeOf(mark, { type: 'remove' }));
    tab.store.add(changeOf(other, { note: 'Hm.' }));
    await browser.settle();
    expect(tab.state()).toEqual({ is: 'saved' });
    expect(tab.shown()).toMatchObject([{ id: other.id, note: 'Hm.' }]);
  });
});

describe('in the browser', () => {
  it('a write is shown at once, stored next, and sent only then', async () => {
    const { desk, browser, tab } = open([quoteMark()]);
    await browser.settle();
    tab.store.add(changeOf(quoteMark(), { note: 'Hm.' }));
    expect(tab.shown()).toMatchObject([{ note: 'Hm.' }]);
    expect(tab.store.current()).toMatchObject({ keeping: 'storing', unkept: 1 });
    while (tab.store.current().unkept > 0) {
      expect(desk.sent).toEqual([]);
      await browser.turn();
    }
    await browser.settle();
    expect(desk.sent).toHaveLength(1);
    expect(tab.store.current()).toMatchObject({ writes: [], keeping: 'stored', unkept: 0 });
  });

  it('what is unsent outlives the tab, and is sent once by the next, under the same key', async () => {
    const { desk, browser, tab } = open([quoteMark()], ['answer lost', 'cut']);
    tab.store.add(changeOf(quoteMark(), { note: 'Hm.' }));
    await browser.settle();
    tab.crash();
    const next = browser.openTab(nora, articleId);
    await browser.settle();
    expect(next.state()).toEqual({ is: 'held', why: 'network', unsent: 1 });
    expect(next.shown()).toMatchObject([{ note: 'Hm.' }]);
    await browser.pass(60_000);
    expect(next.state()).toEqual({ is: 'saved' });
    expect(desk.done).toHaveLength(1);
  });

  it('every tab shows the same, and one of them sends', async () => {
    const { desk, browser, tab } = open([quoteMark(1), quoteMark(2)], ['cut']);
    const other = browser.openTab(nora, articleId);
    await browser.settle();
    tab.store.add(changeOf(quoteMark(1), { note: 'Hm.' }));
    await browser.settle();
    expect(other.shown()).toEqual(tab.shown());
    expect(other.state()).toEqual({ is: 'held', why: 'network', unsent: 1 });
    other.store.add(changeOf(quoteMark(2), { note: 'Ha.' }));
    await browser.settle();
    expect(tab.state()).toMatchObject({ unsent: 2 });
    await browser.pass(10_000);
    expect([tab.state(), other.state()]).toEqual([{ is: 'saved' }, { is: 'saved' }]);
    expect(desk.sent).toHaveLength(3);
    expect(other.shown()).toEqual(tab.shown());
    expect(tab.shown()).toMatchObject([{ note: 'Hm.' }, { note: 'Ha.' }]);
  });

  it('another tab goes on when the one that sends ends in the middle of it', async () => {
    const { desk, browser, tab } = open([quoteMark()]);
    const other = browser.openTab(nora, articleId);
    await browser.settle();
    tab.store.add(changeOf(quoteMark(), { note: 'Hm.' }));
    while (desk.sent.length === 0) await browser.turn();
    tab.crash();
    await browser.settle();
    await browser.pass(60_000);
    expect(other.state()).toEqual({ is: 'saved' });
    expect(desk.done).toHaveLength(1);
    expect(other.shown()).toMatchObject([{ note: 'Hm.' }]);
  });

  it('what was written while the sender was elsewhere is not forgotten by it', async () => {
    const { browser, tab } = open([quoteMark(1), quoteMark(2)]);
    await browser.settle();
    tab.store.add(changeOf(quoteMark(1), { note: 'One.' }));
    for (let turns = 0; turns < 60; turns += 1) {
      if (turns % 3 === 0) tab.store.add(changeOf(quoteMark(2), { note: `Two, ${turns}.` }));
      await browser.turn();
    }
    await browser.settle();
    expect(tab.state()).toEqual({ is: 'saved' });
  });

  it('without space it is said, the work is sent all the same, and stored when there is space', async () => {
    const { desk, browser, tab } = open([quoteMark(1), quoteMark(2)], ['fine', 'cut']);
    await browser.settle();
    browser.fill(true);
    tab.store.add(changeOf(quoteMark(1), { note: 'Hm.' }));
    await browser.settle();
    expect(desk.done).toHaveLength(1);
    tab.store.add(changeOf(quoteMark(2), { note: 'Ha.' }));
    await browser.settle();
    expect(tab.store.current()).toMatchObject({ keeping: 'failing', unkept: 1, hold: 'network' });
    browser.fill(false);
    desk.weather.push('cut', 'cut', 'cut', 'cut');
    await browser.pass(10_000);
    expect(tab.store.current()).toMatchObject({ keeping: 'stored', unkept: 0, hold: 'network' });
    tab.crash();
    const next = browser.openTab(nora, articleId);
    await browser.pass(60_000);
    expect(next.state()).toEqual({ is: 'saved' });
    expect(desk.done).toHaveLength(2);
  });

  it('somebody else’s changes wait for their owner, and are counted', async () => {
    const { desk, browser, tab } = open([quoteMark()], ['cut']);
    tab.store.add(changeOf(quoteMark(), { note: 'Hm.' }));
    await browser.settle();
    tab.crash();
    const theirs = browser.openTab(rhea, articleId);
    await browser.pass(60_000);
    expect(desk.done).toEqual([]);
    expect(theirs.store.current().writes).toEqual([]);
    expect(theirs.outbox.current().others).toEqual([{ person: nora, count: 1 }]);
    browser.openTab(nora, articleId);
    await browser.pass(60_000);
    expect(desk.done).toHaveLength(1);
    expect(theirs.outbox.current().others).toEqual([]);
  });
});

const weathers = fc.array(fc.constantFrom<Weather>('fine', 'answer lost', 'cut', 'trouble'), {
  maxLength: 20,
});
const withCrashes = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('said', 'told', 'retag', 'approve', 'withdraw', 'remove') },
  { weight: 1, arbitrary: fc.constant('crash') },
);

function writeFor(mark: Annotation, does: string): Write {
  if (does === 'remove') return writeOf(mark, { type: 'remove' });
  if (does === 'approve' || does === 'withdraw') {
    return writeOf(mark, { type: 'review', review: { decision: does } });
  }
  if (does === 'retag') return changeOf(mark, { kind: mark.kind === 'quote' ? 'event' : 'quote' });
  return changeOf(mark, mark.kind === 'quote' ? { details: { cue: does } } : { note: does });
}

const acts = fc.array(
  fc.record({
    place: fc.nat(2),
    does: withCrashes,
    /** Milliseconds that pass, or so many turns of the event loop. */
    next: fc.oneof(fc.record({ pass: fc.constantFrom(0, 500, 5000) }), fc.record({ turns: fc.nat(12) })),
  }),
  { maxLength: 12 },
);

it('whatever the weather and whenever the browser crashes, in the end the desk holds exactly what the person saw, each write done once', async () => {
  await fc.assert(
    fc.asyncProperty(acts, weathers, async (done, weather) => {
      const { desk, browser, tab: firstTab } = open([quoteMark(1), quoteMark(2)], [...weather]);
      const isNew = firstOf(2);
      let tab = firstTab;
      await browser.settle();
      for (const { place, does, next } of done) {
        const id = quoteMark(place + 1).id;
        const mark = tab.shown().find((one) => one.id === id);
        if (does === 'crash') {
          const wasStored = tab.store.current().keeping === 'stored';
          const seen = tab.shown();
          tab.crash();
          tab = browser.openTab(nora, articleId);
          await browser.settle();
          if (wasStored) expect(looks(tab.shown())).toEqual(looks(seen));
        } else if (mark !== undefined) tab.store.add(writeFor(mark, does));
        else if (isNew(place)) tab.store.add(creationOf(quoteMark(place + 1)));
        if ('pass' in next) await browser.pass(next.pass);
        else for (let turns = 0; turns < next.turns; turns += 1) await browser.turn();
      }
      const seen = tab.shown();
      await browser.pass(3_600_000);
      expect(tab.state()).toEqual({ is: 'saved' });
      expect(looks(desk.standing())).toEqual(looks(seen));
      expect(looks(tab.shown())).toEqual(looks(seen));
    }),
    { numRuns: 200 },
  );
});

const happenings = fc.array(
  fc.record({
    tab: fc.nat(1),
    place: fc.nat(2),
    does: withCrashes,
    next: fc.oneof(fc.record({ pass: fc.constantFrom(0, 500, 5000) }), fc.record({ turns: fc.nat(20) })),
  }),
  { maxLength: 14 },
);

it('whichever tab writes and whenever one crashes, what was stored is done once, in order, and all tabs agree', async () => {
  await fc.assert(
    fc.asyncProperty(happenings, weathers, async (done, weather) => {
      const desk = makeDesk([quoteMark(1), quoteMark(2)], [...weather]);
      const browser = openBrowser(desk);
      const isNew = firstOf(2);
      const tabs = [browser.openTab(nora, articleId), browser.openTab(nora, articleId)];
      await browser.settle();
      for (const { tab: index, place, does, next } of done) {
        const tab = tabs[index];
        if (tab === undefined) continue;
        if (does === 'crash') {
          tab.crash();
          tabs[index] = browser.openTab(nora, articleId);
          // Nobody writes on a page that is still being read.
          await browser.settle();
        } else {
          const id = quoteMark(place + 1).id;
          const mark = tab.shown().find((one) => one.id === id);
          if (mark !== undefined) tab.store.add(writeFor(mark, does));
          else if (isNew(place)) tab.store.add(creationOf(quoteMark(place + 1)));
        }
        if ('pass' in next) await browser.pass(next.pass);
        else for (let turns = 0; turns < next.turns; turns += 1) await browser.turn();
      }
      await browser.pass(3_600_000);
      // Two tabs may want different things of one mark before they know of each other; then the person is asked.
      for (const tab of tabs) {
        for (let open = askedOf(tab); open !== undefined; open = askedOf(tab)) {
          tab.store.discard(open.key);
          await browser.pass(3_600_000);
        }
      }
      const [one, other] = tabs;
      expect(one?.state()).toEqual({ is: 'saved' });
      expect(other?.state()).toEqual({ is: 'saved' });
      expect(looks(one?.shown() ?? [])).toEqual(looks(desk.standing()));
      expect(looks(other?.shown() ?? [])).toEqual(looks(desk.standing()));
      const keys = desk.done.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    }),
    { numRuns: 200 },
  );
});

/** Says yes once, for the one place at which there is no mark at first: an id is given once. */
function firstOf(place: number): (other: number) => boolean {
  let isGiven = false;
  return (other) => {
    const isFirst = other === place && !isGiven;
    if (isFirst) isGiven = true;
    return isFirst;
  };
}

function askedOf({ store }: { readonly store: UnsentStore }): Write | undefined {
  return store.current().writes.find(needsPerson);
}

function looks(marks: readonly Annotation[]): unknown[] {
  return marks
    .map((mark) => ({ id: mark.id, status: mark.status, ...decidedPart(mark) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
