import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeAnnotation, decidedPart } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import { patchBetween } from './patch-between';
import { nora, quoteMark, text } from './unsent-examples';

const act = { text, by: nora, at: '2025-03-02T10:00:00.000Z' };
const word = fc.constantFrom('one', 'two', null);
const speaker = fc.constantFrom(
  { name: 'Keir', role: 'PM' },
  { name: 'Keir', role: null },
  { name: 'Ed' },
  null,
);

/** Marks in every state that changes lead to, of the same id. */
const marks: fc.Arbitrary<Annotation> = fc
  .record({
    note: word,
    labels: fc.subarray(['a', 'b']),
    span: fc.constantFrom({ start: 9, end: 21 }, { start: 34, end: 45 }),
    tagging: fc.oneof(
      fc.record({ cue: word, speaker }).map((details) => ({ kind: 'quote' as const, details })),
      fc.constant({ kind: 'claim' as const, details: { statement: 'so' } }),
      fc.constant({ kind: 'event' as const }),
    ),
  })
  .map(({ tagging, span, ...patch }) =>
    changeAnnotation(quoteMark(), { ...patch, ...tagging, spans: [span] }, act),
  );

const contents = (mark: Annotation) => ({ ...decidedPart(mark), note: mark.note });

it('the patch between two states of a mark takes the one to the other', () => {
  fc.assert(
    fc.property(marks, marks, (before, after) => {
      const changed = changeAnnotation(before, patchBetween(before, after), act);
      expect(contents(changed)).toEqual(contents(after));
    }),
  );
});

it('the patch between equal states is empty', () => {
  fc.assert(
    fc.property(marks, (mark) => {
      expect(patchBetween(mark, structuredClone(mark))).toEqual({});
    }),
  );
});
