import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationStatuses } from '@/domain/annotation';
import { kinds } from '@/domain/kinds';
import { articleStatus, type Counted, countMarks, nextToDecide, noCounts, recount } from '@/domain/workflow';

const counted: fc.Arbitrary<Counted> = fc.record({
  kind: fc.constantFrom(...kinds),
  status: fc.constantFrom(...annotationStatuses),
});

describe('recount', () => {
  it('equals counting everything again after any sequence of changes', () => {
    const step = fc.record({ place: fc.nat(5), after: fc.option(counted, { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const marks = new Map<number, Counted>();
        let counts = noCounts;
        for (const { place, after } of steps) {
          counts = recount(counts, marks.get(place), after);
          if (after === undefined) marks.delete(place);
          else marks.set(place, after);
        }
        expect(counts).toEqual(countMarks(marks.values()));
      }),
    );
  });
});

describe('articleStatus', () => {
  const cases = [
    ['no marks', [], 'drafting'],
    ['marks, nothing decided', ['pending', 'pending'], 'drafting'],
    ['one decided, one waiting', ['approved', 'pending'], 'inReview'],
    ['one sent back', ['approved', 'changesRequested'], 'inReview'],
    ['all approved or rejected', ['approved', 'rejected'], 'ready'],
  ] as const;
  it.each(cases)('%s', (_, statuses, expected) => {
    expect(articleStatus(countMarks(statuses.map((status) => ({ kind: 'claim', status }))))).toBe(expected);
  });
});

describe('nextToDecide', () => {
  const marks = [
    { id: 'a', status: 'pending' },
    { id: 'b', status: 'approved' },
    { id: 'c', status: 'pending' },
  ] as const;

  const cases = [
    ['the next one down', 'a', 'c'],
    ['from the top again', 'c', 'a'],
    ['the first where nothing is chosen', undefined, 'a'],
  ] as const;
  it.each(cases)('finds %s', (_, after, expected) => {
    expect(nextToDecide(marks, after)?.id).toBe(expected);
  });

  it('leaves out what somebody else has to decide', () => {
    expect(nextToDecide(marks, 'a', (mark) => mark.id !== 'c')).toBeUndefined();
  });
});
