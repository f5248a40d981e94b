import { expect, test } from 'vitest';
import { stepMark } from './mark-order';

const marks = [5, 20, 40].map((start) => ({ id: `at${start}`, spans: [{ start, end: start + 5 }] }));

test.each([
  ['at5', 'next', 'at20'],
  ['at40', 'next', 'at40'],
  ['at40', 'previous', 'at20'],
  ['at5', 'previous', 'at5'],
] as const)('from %s, the %s is %s', (chosen, step, expected) => {
  expect(stepMark(marks, chosen, step, 0)?.id).toBe(expected);
});

test.each([
  [0, 'next', 'at5'],
  [6, 'next', 'at20'],
  [6, 'previous', 'at5'],
  [99, 'next', 'at40'],
  [99, 'previous', 'at40'],
  [0, 'previous', 'at5'],
] as const)('reading at %i with none chosen, the %s is %s', (from, step, expected) => {
  expect(stepMark(marks, undefined, step, from)?.id).toBe(expected);
});

test('without marks there is nowhere to go', () => {
  expect(stepMark([], 'gone', 'next', 0)).toBeUndefined();
});
