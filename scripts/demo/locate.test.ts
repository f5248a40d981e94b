import { describe, expect, test } from 'vitest';
import { locate } from './locate';

const text = 'No, said Ann. No, said Bob, not yet.';

describe('locate', () => {
  test('finds words', () => {
    expect(locate(text, 'said Ann')).toEqual([{ start: 4, end: 12 }]);
  });

  test('finds the parts of a broken quote in order', () => {
    expect(locate(text, ['said Bob', 'not yet'])).toEqual([
      { start: 18, end: 26 },
      { start: 28, end: 35 },
    ]);
  });

  test.each([
    ['words that are not there', 'said Cid', 'does not say'],
    ['words that stand there twice', 'No', 'twice'],
    ['parts in another order', ['said Bob', 'said Ann'], 'does not say'],
  ])('refuses %s', (_, words, message) => {
    expect(() => locate(text, words)).toThrow(message);
  });
});
