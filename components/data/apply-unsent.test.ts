import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidedPart } from '@/domain/annotating';
import type { Annotation, AnnotationPatch } from '@/domain/annotation';
import { applyUnsent } from './apply-unsent';
import { outcome } from './outcome';
import { advance, nothingUnsent } from './unsent';
import { changeOf, creationOf, quoteMark, writeOf } from './unsent-examples';
import type { Ask, Write } from './write';

const list = [quoteMark(1), quoteMark(2), quoteMark(3)];

describe('a fresh list under unsent writes', () => {
  it('is itself when nothing is unsent', () => {
    expect(applyUnsent(list, [])).toBe(list);
  });

  it('keeps the marks that nobody touched as the same objects', () => {
    const shown = applyUnsent(list, [changeOf(quoteMark(2), { note: 'Hm.' })]);
    expect(shown[0]).toBe(list[0]);
    expect(shown[2]).toBe(list[2]);
  });

  it('shows a new mark in its place', () => {
    const creation = creationOf(quoteMark(4));
    expect(applyUnsent(list, [creation]).map(({ id }) => id)).toEqual(
      [...list, quoteMark(4)].map(({ id }) => id),
    );
  });

  it('still shows a refused change, but neither a refused deletion nor a refused decision', () => {
    const refused = { is: 'refused', refused: { code: 'forbidden', message: '', errors: [] } } as const;
    const mark = quoteMark(1);
    const change = { ...changeOf(mark, { note: 'Mine.' }), standing: refused };
    const removal = { ...writeOf(quoteMark(2), { type: 'remove' }), standing: refused };
    const approval = {
      ...writeOf(quoteMark(3), { type: 'review', review: { decision: 'approve' } }),
      standing: refused,
    };
    expect(applyUnsent(list, [change, removal, approval])).toMatchObject([
      { note: 'Mine.' },
      { id: quoteMark(2).id },
      { status: 'pending' },
    ]);
  });

  it('keeps a change in view whose mark somebody deleted', () => {
    const change = changeOf(quoteMark(1), { note: 'Mine.' });
    expect(applyUnsent(list.slice(1), [change])[0]).toMatchObject({ note: 'Mine.' });
  });
});

const patches: fc.Arbitrary<AnnotationPatch> = fc.oneof(
  fc.constantFrom('one', 'two', null).map((note) => ({ note })),
  fc.subarray(['a', 'b', 'c']).map((labels) => ({ labels })),
  fc.constantFrom('said', 'told', null).map((cue) => ({ details: { cue } })),
  fc.constantFrom({ start: 9, end: 21 }, { start: 34, end: 45 }).map((range) => ({ spans: [range] })),
);

const asks: fc.Arbitrary<Ask> = fc.oneof(
  patches.map((patch) => ({ type: 'change' as const, patch })),
  fc.record({
    type: fc.constant('review' as const),
    review: fc.record({ decision: fc.constantFrom('approve' as const, 'withdraw' as const) }),
  }),
  fc.constant({ type: 'remove' as const }),
);

/** Writes as a person makes them one after another, each on what they see then. */
const sessions = fc.array(fc.tuple(fc.nat(4), asks), { maxLength: 12 }).map((acts) =>
  acts.reduce<{ shown: readonly Annotation[]; writes: readonly Write[] }>(
    ({ shown, writes }, [place, ask]) => {
      const mark = shown.find(({ id }) => id === quoteMark(place + 1).id);
      const write = mark === undefined ? creationOf(quoteMark(place + 1)) : writeOf(mark, ask);
      const unsent = advance({ ...nothingUnsent, writes }, { type: 'made', write }).writes;
      return { shown: applyUnsent(list, unsent), writes: unsent };
    },
    { shown: list, writes: [] },
  ),
);

/** The list after the desk has done the first `done` writes. */
function serverAfter(writes: readonly Write[], done: number): readonly Annotation[] {
  const marks = new Map(list.map((mark) => [mark.id, mark]));
  for (const write of writes.slice(0, done)) {
    const mark = marks.get(write.annotationId) ?? write.seen;
    const next = write.ask.type === 'create' ? write.wanted : outcome(write, mark);
    if (next.deletedAt === undefined) marks.set(next.id, next);
    else marks.delete(next.id);
  }
  return applyUnsent([...marks.values()], []);
}

/** What people see of marks, without versions and instants, in text order. */
function seen(marks: readonly Annotation[]): unknown[] {
  return marks
    .map((mark) => ({ id: mark.id, status: mark.status, note: mark.note, ...decidedPart(mark) }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

describe('laws', () => {
  it('a list fetched before any write arrived shows what the person did', () => {
    fc.assert(
      fc.property(sessions, ({ shown, writes }) => {
        expect(seen(applyUnsent(list, writes))).toEqual(seen(shown));
      }),
    );
  });

  it('a list that already holds the first writes looks the same', () => {
    fc.assert(
      fc.property(sessions, fc.nat(12), ({ shown, writes }, done) => {
        expect(seen(applyUnsent(serverAfter(writes, done), writes.slice(done)))).toEqual(seen(shown));
      }),
    );
  });

  it('a list that holds a write whose answer is still under way looks the same', () => {
    fc.assert(
      fc.property(sessions, fc.nat(12), ({ shown, writes }, done) => {
        const next = writes[done];
        fc.pre(next !== undefined && next.ask.type !== 'create');
        expect(seen(applyUnsent(serverAfter(writes, done + 1), writes.slice(done)))).toEqual(seen(shown));
      }),
    );
  });
});
