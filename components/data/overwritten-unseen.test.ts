import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnnotation } from '@/domain/annotating';
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import { differences, isSame, type MarkField } from '@/domain/differences';
import { type Choice, meetMarks } from '@/domain/mark-meeting';
import type { Person } from '@/domain/person';
import { applyUnsent } from './apply-unsent';
import { outcome } from './outcome';
import { advance, nextToSend, nothingUnsent, type Step, type Unsent } from './unsent';
import { articleId, nora, rhea, text } from './unsent-examples';
import type { Ask, Write } from './write';

/** G3: nothing is overwritten unseen. Two people, one mark, any order of acts, sends, news and choices. */

const first = makeAnnotation(
  { revision: 1, kind: 'quote', spans: [{ start: 9, end: 21 }], details: { directness: 'direct' } },
  { id: '00000000-0000-4000-8000-00000000000a', articleId },
  { text, by: nora, at: '2025-03-02T09:00:00.000Z' },
);

/** One who works on the mark: what is unsent, what the page holds of the desk, and every value that was on it. */
interface Worker {
  readonly by: Person;
  unsent: Unsent;
  known: Annotation;
  readonly seen: Map<MarkField, unknown[]>;
}

type Move =
  | { readonly does: 'ask'; readonly ask: Ask }
  | { readonly does: 'send' }
  /** What the desk holds reaches the page. */
  | { readonly does: 'hear' }
  /** The person decides the first thing that waits, mine or theirs. */
  | { readonly does: 'choose'; readonly take: 'mine' | 'theirs' };

let count = 0;
const fresh = () => {
  count += 1;
  return `key-${count}`;
};

/** The desk and two people, driven by moves; `blind` answers for the person without showing anything. */
function play(moves: readonly { readonly who: 0 | 1; readonly move: Move }[], blind: boolean) {
  let state = first;
  const workers = [nora, rhea].map((by): Worker => {
    const worker = { by, unsent: nothingUnsent, known: first, seen: new Map() };
    see(worker, first);
    return worker;
  });
  const take = (worker: Worker, step: Step) => {
    worker.unsent = advance(worker.unsent, step);
  };

  function hear(worker: Worker, mark: Annotation): void {
    if (mark.version < worker.known.version) return;
    worker.known = mark;
    see(worker, mark);
    take(worker, { type: 'known', current: mark });
  }

  function send(worker: Worker) {
    const write = nextToSend(worker.unsent);
    if (write === undefined) return;
    take(worker, { type: 'sending', key: write.key });
    const isGone = state.deletedAt !== undefined;
    if (write.ask.type !== 'restore') expect(write.version, 'it says no version').toBeDefined();
    if (isGone && write.ask.type === 'remove') return sent(worker, write, state);
    if (
      (isGone && write.ask.type !== 'restore') ||
      (write.version !== undefined && write.version !== state.version)
    ) {
      if (!blind) receive(worker, state);
      take(worker, { type: 'stale', key: write.key, current: state, freshKey: fresh() });
      if (blind) answerBlindly(worker);
      return;
    }
    if (!isGone && write.ask.type === 'restore') return sent(worker, write, state);
    const after = outcome(write, state);
    expectSeen(worker, write, state, after);
    state = after;
    sent(worker, write, after);
  }

  function sent(worker: Worker, write: Write, answer: Annotation): void {
    take(worker, { type: 'sent', key: write.key, answer });
    receive(worker, answer);
  }

  /** What the desk answers, a refusal's current state too, is on the screen before anything else is done with it. */
  function receive(worker: Worker, answer: Annotation): void {
    if (answer.version >= worker.known.version) worker.known = answer;
    see(worker, answer);
  }

  function answerBlindly(worker: Worker): void {
    for (const { key, standing } of worker.unsent.writes) {
      if (standing.is !== 'stale') continue;
      take(worker, { type: 'insisted', key, freshKey: fresh(), over: standing.current.version });
    }
  }

  function choose(worker: Worker, side: 'mine' | 'theirs') {
    const write = worker.unsent.writes.find(
      ({ standing }) => standing.is !== 'waiting' && standing.is !== 'sending',
    );
    if (write === undefined) return;
    const { key, standing } = write;
    if (standing.is !== 'stale') return take(worker, { type: 'discarded', key });
    const { current } = standing;
    // The card shows theirs, all of it.
    see(worker, current);
    const over = current.version;
    if (current.deletedAt !== undefined) {
      if (side === 'theirs') return take(worker, { type: 'discarded', key });
      const restoration = writeBy(worker, current, { type: 'restore' });
      return take(worker, { type: 'revived', key, over, restoration });
    }
    if (write.ask.type !== 'change') {
      if (side === 'theirs') return take(worker, { type: 'discarded', key });
      return take(worker, { type: 'insisted', key, freshKey: fresh(), over });
    }
    const clash = meetMarks(write.seen, current, write.wanted).clashes[0];
    const choices: Choice[] = clash === undefined ? [] : [{ field: clash.field, take: side }];
    take(worker, { type: 'decided', key, over, choices });
  }

  for (const { who, move } of moves) {
    const worker = workers[who];
    if (worker === undefined) continue;
    if (move.does === 'send') send(worker);
    else if (move.does === 'hear') hear(worker, state);
    else if (move.does === 'choose') choose(worker, move.take);
    else {
      const shown = shownTo(worker);
      if (shown !== undefined && canAsk(shown, move.ask))
        take(worker, { type: 'made', write: writeBy(worker, shown, move.ask) });
    }
  }
  return { settle, workers };

  /** Everybody hears and decides until nothing is left to send. */
  function settle(): Annotation {
    // Should it not end, the writes that are left say so.
    for (let round = 0; round < 100 && workers.some(isBusy); round += 1) {
      for (const worker of workers) {
        choose(worker, 'mine');
        send(worker);
        hear(worker, state);
      }
    }
    for (const worker of workers) hear(worker, state);
    return state;
  }
}

function isBusy({ unsent }: Worker): boolean {
  return unsent.writes.length > 0;
}

function shownTo({ known, unsent }: Worker): Annotation | undefined {
  return applyUnsent(known.deletedAt === undefined ? [known] : [], unsent.writes)[0];
}

function canAsk(mark: Annotation, ask: Ask): boolean {
  if (mark.deletedAt !== undefined) return false;
  return (
    ask.type !== 'change' ||
    ask.patch.kind !== undefined ||
    ask.patch.details === undefined ||
    mark.kind === 'quote'
  );
}

function writeBy({ by }: Worker, mark: Annotation, ask: Ask): Write {
  count += 1;
  const at = new Date(Date.UTC(2025, 2, 2, 10, 0, 0, count)).toISOString();
  const act = { text, by, at };
  return {
    key: fresh(),
    annotationId: mark.id,
    ask,
    seen: mark,
    wanted: outcome({ ask, act }, mark),
    version: ask.type === 'restore' ? undefined : mark.version,
    act,
    standing: { is: 'waiting', tried: false },
  };
}

function see({ seen }: Worker, mark: Annotation): void {
  for (const [field, value] of valuesOf(mark)) seen.set(field, [...(seen.get(field) ?? []), value]);
}

/** What a write replaces, its writer has seen; a deletion and a decision are about all of the mark. */
function expectSeen({ seen, by }: Worker, { ask }: Write, before: Annotation, after: Annotation): void {
  const values = valuesOf(before);
  const touched =
    ask.type === 'change'
      ? differences(before, after).map(({ field }) => field)
      : ask.type === 'restore'
        ? []
        : [...values.keys()].filter((field) => field !== 'note');
  for (const field of touched) {
    const value = values.get(field);
    const hasSeen = value === undefined || (seen.get(field) ?? []).some((one) => isSame(one, value));
    expect(hasSeen, `${by.name} replaced ${field} unseen`).toBe(true);
  }
}

function valuesOf(mark: Annotation): ReadonlyMap<MarkField, unknown> {
  return new Map<MarkField, unknown>([
    ['kind', mark.kind],
    ['spans', mark.spans],
    ['labels', mark.labels],
    ['note', mark.note],
    ...Object.entries(mark.details).map(
      ([name, value]) => [`details.${name}`, value] satisfies [MarkField, unknown],
    ),
  ]);
}

const tokens = fc.integer({ min: 0, max: 999_999 }).map(String);
const patches: fc.Arbitrary<AnnotationPatch> = fc.oneof(
  fc.record({ details: fc.record({ cue: tokens }) }),
  fc.record({ details: fc.record({ saidTo: tokens }) }),
  fc.record({ note: tokens }),
  fc.record({ labels: tokens.map((label) => [label]) }),
  fc.record({ spans: fc.constantFrom(9, 12).map((start) => [{ start, end: start + 7 }]) }),
  fc.record({ kind: fc.constant('claim' as const), details: fc.record({ statement: tokens }) }),
  fc.record({
    kind: fc.constant('quote' as const),
    details: tokens.map((cue) => ({ directness: 'direct', cue })),
  }),
);
const asks: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 6, arbitrary: patches.map((patch): Ask => ({ type: 'change', patch })) },
  { weight: 1, arbitrary: fc.constant<Ask>({ type: 'remove' }) },
  { weight: 1, arbitrary: fc.constant<Ask>({ type: 'review', review: { decision: 'approve' } }) },
);
const moves = fc.array(
  fc.record({
    who: fc.constantFrom<0 | 1>(0, 1),
    move: fc.oneof(
      { weight: 3, arbitrary: asks.map((ask): Move => ({ does: 'ask', ask })) },
      { weight: 4, arbitrary: fc.constant<Move>({ does: 'send' }) },
      { weight: 1, arbitrary: fc.constant<Move>({ does: 'hear' }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom<Move>(
          { does: 'choose', take: 'mine' },
          { does: 'choose', take: 'theirs' },
        ),
      },
    ),
  }),
  { maxLength: 40 },
);
const law = (blind: boolean) =>
  fc.property(moves, (made) => {
    const { settle, workers } = play(made, blind);
    if (blind) return;
    const state = settle();
    for (const worker of workers) {
      expect(worker.unsent.writes).toEqual([]);
      // In the end both screens and the desk show the same.
      const shown = shownTo(worker);
      expect(shown).toEqual(state.deletedAt === undefined ? state : undefined);
    }
  });

describe('two people on one mark', () => {
  it('never replace, delete or approve what they have not seen, and end with the same', () => {
    fc.assert(law(false), { numRuns: 500 });
  });

  it('do so when nobody is asked', () => {
    expect(() => fc.assert(law(true), { numRuns: 20_000, includeErrorInReport: true })).toThrow(/unseen/);
  });
});
