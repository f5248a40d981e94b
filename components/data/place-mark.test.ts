import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '@/domain/annotation';
import { compareInText } from './apply-unsent';
import { placeMark } from './place-mark';
import { quoteMark } from './unsent-examples';

const aMark = fc
  .record({ place: fc.integer({ min: 1, max: 12 }), start: fc.nat({ max: 9 }), length: fc.nat({ max: 3 }) })
  .map(({ place, start, length }): Annotation => {
    const mark = quoteMark(place);
    return { ...mark, spans: mark.spans.map((span) => ({ ...span, start, end: start + length + 1 })) };
  });

const someMarks = fc
  .uniqueArray(aMark, { selector: ({ id }) => id })
  .map((marks) => marks.toSorted(compareInText));

test('a mark that belongs stands where sorting would put it, and only once', () => {
  fc.assert(
    fc.property(someMarks, aMark, (marks, mark) => {
      const others = marks.filter(({ id }) => id !== mark.id);
      expect(placeMark(marks, mark, true)).toEqual([...others, mark].toSorted(compareInText));
      expect(placeMark(marks, mark, false)).toEqual(others);
    }),
  );
});

test('what does not change is the same array of the same objects', () => {
  const marks = [quoteMark(1), quoteMark(2), quoteMark(3)];
  const [first, second, third] = marks;
  expect(placeMark(marks, quoteMark(7), false)).toBe(marks);
  expect(second && placeMark(marks, second, true)).toBe(marks);
  const placed = placeMark(marks, { ...quoteMark(2), version: 2 }, true);
  expect(placed[0]).toBe(first);
  expect(placed[2]).toBe(third);
});
