import { expect, test } from 'vitest';
import { dueOrder, folded, headlineOrder } from './sort-keys';

test('articles without a deadline come after all that have one', () => {
  const deadlines = [undefined, '2031-01-01T00:00:00.000Z', '2025-03-02T18:30:00.000Z'];
  expect(deadlines.map(dueOrder).sort().slice(0, 2)).toEqual(deadlines.slice(1).reverse());
});

const foldings = [
  ['CAFÉ  Zürich\n', 'cafe zurich'],
  ['ﬁve İstanbul', 'five istanbul'],
  ['Ελλάδα', 'ελλαδα'],
  ['القُدس', 'القدس'],
  ['', ''],
] as const;

test.each(foldings)('%j is searched for as %j', (text, expected) => {
  expect(folded(text)).toBe(expected);
  expect(folded(expected)).toBe(expected);
});

test('quotation marks do not decide where a headline stands', () => {
  const headlines = ['Zebra escapes', '“Älter” werden', '"Apples" are back', '10 things'];
  expect(headlines.toSorted((a, b) => (headlineOrder(a) < headlineOrder(b) ? -1 : 1))).toEqual([
    '10 things',
    '“Älter” werden',
    '"Apples" are back',
    'Zebra escapes',
  ]);
});
