import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeAnnotation, decidedPart, deleteAnnotation } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import { Refusal } from '@/domain/refusal';
import { applyUnsent } from './apply-unsent';
import { CallFailed } from './call';
import { outcome, saveState } from './unsent';
import { changeOf, creationOf, nora, quoteMark, rhea, text, writeOf } from './unsent-examples';
import { createUnsentStore } from './unsent-store';
import type { Write } from './write';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What becomes of one request on its way: done, done but the answer lost, never arrived, or the desk in trouble. */
type Weather = 'fine' | 'answer lost' | 'cut' | 'trouble' | 'signed out';

/** The rules of the desk without HTTP: versions, idempotency keys, one state per mark. */
function makeDesk(marks: readonly Annotation[], weather: Weather[] = []) {
  const states = new Map(marks.map((mark) => [mark.id, mark]));
  const answers = new Map<string, Annotation>();
  const sent: Write[] = [];

  function perform(write: Write): Annotation {
    const known = answers.get(write.key);
    if (known !== undefined) return known;
    const state = states.get(write.annotationId);
    if (state?.deletedAt !== undefined && write.ask.type !== 'restore' && write.ask.type !== 'create') {
      throw new Refusal('deleted', 'The mark was deleted; restore it first.', { current: state });
    }
    if (write.version !== undefined && state?.version !== write.version) {
      throw new Refusal('stale', 'Somebody changed it.', { current: state });
    }
    const answer = outcome(write, state ?? write.seen);
    states.set(write.annotationId, answer);
    answers.set(write.key, answer);
    return answer;
  }

  async function send(write: Write): Promise<Annotation> {
    sent.push(write);
    await Promise.resolve();
    const now = weather.shift() ?? 'fine';
    if (now === 'signed out') throw new Refusal('not-signed-in', 'Sign in first.');
    if (now === 'cut') throw new CallFailed('network', 'cut');
    if (now === 'trouble') throw new CallFailed('server', 'trouble');
    const answer = perform(write);
    if (now === 'answer lost') throw new CallFailed('network', 'lost');
    return answer;
  }
  const standing = () => [...states.values()].filter(({ deletedAt }) => deletedAt === undefined);
  return { send, sent, states, standing };
}

function open(desk: ReturnType<typeof makeDesk>, signedIn = () => nora.id) {
  let keys = 0;
  const list = new Map(desk.standing().map((mark) => [mark.id, mark]));
  const store = createUnsentStore({
    send: desk.send,
    received: (mark) => (mark.deletedAt === undefined ? list.set(mark.id, mark) : list.delete(mark.id)),
    drained: () => undefined,
    whoAmI: async () => signedIn(),
    newKey: () => {
      keys += 1;
      return `fresh-${keys}`;
    },
    readCurrent: (current) => current as Annotation | undefined,
  });
  const shown = () => applyUnsent([...list.values()], store.current().writes);
  return { store, shown, state: () => saveState(store.current()) };
}

describe('unsent writes', () => {
  it('are sent in order, the second with the version of the first one’s answer', async () => {
    const mark = quoteMark();
    const desk = makeDesk([mark]);
    const { store, state } = open(desk);
    const first = changeOf(mark, { details: { cue: 'said' } });
    store.add(first);
    store.add(changeOf(first.wanted, { details: { cue: 'told' } }));
    expect(state()).toEqual({ is: 'saving', unsent: 2 });
    await vi.runAllTimersAsync();
    expect(desk.sent.map(({ version }) => version)).toEqual([1, 2]);
    expect(state()).toEqual({ is: 'saved' });
  });

  it('are tried again under the same key after longer and longer pauses, or at once with Retry', async () => {
    const mark = quoteMark();
    const desk = makeDesk([mark], ['cut', 'trouble', 'cut']);
    const { store, state } = open(desk);
    store.add(changeOf(mark, { note: 'Hm.' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(state()).toEqual({ is: 'held', why: 'network', unsent: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(state()).toEqual({ is: 'held', why: 'server', unsent: 1 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.sent).toHaveLength(2);
    store.retry();
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.sent).toHaveLength(3);
    await vi.runAllTimersAsync();
    expect(new Set(desk.sent.map(({ key }) => key)).size).toBe(1);
    expect(state()).toEqual({ is: 'saved' });
  });

  it('wait for the same person to sign in again', async () => {
    const mark = quoteMark();
    const desk = makeDesk([mark], ['signed out']);
    let me = rhea.id;
    const { store, state } = open(desk, () => me);
    store.add(changeOf(mark, { note: 'Hm.' }));
    await vi.runAllTimersAsync();
    expect(state()).toMatchObject({ is: 'held', why: 'signIn' });
    store.retry();
    await vi.runAllTimersAsync();
    expect(state()).toMatchObject({ is: 'held', why: 'otherPerson' });
    me = nora.id;
    store.retry();
    await vi.runAllTimersAsync();
    expect(state()).toEqual({ is: 'saved' });
  });

  it('merge with what others changed elsewhere in the mark', async () => {
    const mark = quoteMark();
    const desk = makeDesk([mark]);
    const { store, state } = open(desk);
    const act = { text, by: rhea, at: '2025-03-02T09:30:00.000Z' };
    desk.states.set(mark.id, changeAnnotation(mark, { details: { saidTo: 'BBC News' } }, act));
    store.add(changeOf(mark, { details: { cue: 'said' } }));
    await vi.runAllTimersAsync();
    expect(state()).toEqual({ is: 'saved' });
    expect(desk.states.get(mark.id)?.details).toMatchObject({ saidTo: 'BBC News', cue: 'said' });
  });

  it('are done with a deletion that somebody else was quicker with, and go on with the others', async () => {
    const [mark, other] = [quoteMark(1), quoteMark(2)];
    const desk = makeDesk([mark, other]);
    const { store, shown, state } = open(desk);
    desk.states.set(mark.id, deleteAnnotation(mark, { at: '2025-03-02T09:30:00.000Z' }));
    store.add(writeOf(mark, { type: 'remove' }));
    store.add(changeOf(other, { note: 'Hm.' }));
    await vi.runAllTimersAsync();
    expect(state()).toEqual({ is: 'saved' });
    expect(shown()).toMatchObject([{ id: other.id, note: 'Hm.' }]);
  });
});

const weathers = fc.array(fc.constantFrom<Weather>('fine', 'answer lost', 'cut', 'trouble'), {
  maxLength: 20,
});
const acts = fc.array(
  fc.record({
    place: fc.nat(2),
    does: fc.constantFrom('said', 'told', 'retag', 'approve', 'withdraw', 'remove'),
    pause: fc.constantFrom(0, 500, 5000),
  }),
  { maxLength: 12 },
);

function writeFor(mark: Annotation, does: string): Write {
  if (does === 'remove') return writeOf(mark, { type: 'remove' });
  if (does === 'approve' || does === 'withdraw') {
    return writeOf(mark, { type: 'review', review: { decision: does } });
  }
  if (does === 'retag') return changeOf(mark, { kind: mark.kind === 'quote' ? 'event' : 'quote' });
  return changeOf(mark, mark.kind === 'quote' ? { details: { cue: does } } : { note: does });
}

it('whatever the weather, in the end the desk holds exactly what the person saw, each write done once', async () => {
  await fc.assert(
    fc.asyncProperty(acts, weathers, async (done, weather) => {
      const desk = makeDesk([quoteMark(1), quoteMark(2)], [...weather]);
      const { store, shown, state } = open(desk);
      for (const { place, does, pause } of done) {
        const id = quoteMark(place + 1).id;
        const mark = shown().find((one) => one.id === id);
        if (mark !== undefined) store.add(writeFor(mark, does));
        else if (!desk.states.has(id)) store.add(creationOf(quoteMark(place + 1)));
        await vi.advanceTimersByTimeAsync(pause);
      }
      const seen = shown();
      await vi.runAllTimersAsync();
      expect(state()).toEqual({ is: 'saved' });
      expect(looks(desk.standing())).toEqual(looks(seen));
    }),
    { numRuns: 200 },
  );
});

function looks(marks: readonly Annotation[]): unknown[] {
  return marks
    .map((mark) => ({ id: mark.id, status: mark.status, ...decidedPart(mark) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
