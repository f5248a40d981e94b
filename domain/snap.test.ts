import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapRange } from '@/domain/snap';

const words = (text: string, kind: 'quote' | 'claim', range = { start: 0, end: text.length }) => {
  const snapped = snapRange(text, range, kind);
  return snapped && text.slice(snapped.start, snapped.end);
};

describe('white space', () => {
  test.each([
    ['  a word\t', 'a word'],
    ['\nnext block\n', 'next block'],
    ['\u00a0no-break\u00a0', 'no-break'],
    ['two\nblocks', 'two\nblocks'],
    ['x', 'x'],
    [' \n\t ', undefined],
    ['', undefined],
  ])('%j becomes %j', (selected, expected) => {
    expect(words(selected, 'claim')).toBe(expected);
  });
});

describe('quotation marks around a quote', () => {
  test.each([
    ['curly', '“This is it,”', 'This is it,'],
    ['straight', '"This is it"', 'This is it'],
    ['German', '„Das ist es“', 'Das ist es'],
    ['reversed guillemets', '»Das ist es«', 'Das ist es'],
    ['French, with spaces inside', '« C’est ça »', 'C’est ça'],
    ['Swedish', '”Det är det”', 'Det är det'],
    ['corner brackets', '「はい」', 'はい'],
    ['single', '‘It’s here’', 'It’s here'],
    ['white space outside', ' “yes” ', 'yes'],
    ['a quote within a quote', '“He said ‘no’ twice”', 'He said ‘no’ twice'],
    ['doubly enclosed', '“‘no’”', 'no'],
    ['only the opening one selected', '“This is', 'This is'],
    ['only the closing one selected', 'is it”', 'is it'],
    ['two quotes, not one', '“yes” and “no”', '“yes” and “no”'],
    ['two straight quotes, not one', '"yes" and "no"', '"yes" and "no"'],
    ['a quote at the start of a sentence', '“Yes” is what he said', '“Yes” is what he said'],
    ['a quote at the end of a sentence', 'he is “clear in my mind”', 'he is “clear in my mind”'],
    ['an apostrophe at the edge', '’tis the workers’', '’tis the workers’'],
    ['nothing inside', '“”', '“”'],
    ['a mark alone', '“', '“'],
  ])('%s', (_, selected, expected) => {
    expect(words(selected, 'quote')).toBe(expected);
  });

  test('stay in a claim', () => {
    expect(words('“This is it”', 'claim')).toBe('“This is it”');
  });
});

test('a range that cuts an emoji in two takes the whole of it', () => {
  expect(words('a😀b', 'claim', { start: 2, end: 4 })).toBe('😀b');
  expect(words('a😀b', 'claim', { start: 0, end: 2 })).toBe('a😀');
});

test('what is left is part of what was selected, without white space at its ends, and snapping again changes nothing', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '“', '”', '"', '’', '«', '»', '😀', 'e\u0301'),
    maxLength: 24,
  });
  fc.assert(
    fc.property(text, fc.constantFrom('quote', 'claim', 'event'), fc.nat(), fc.nat(), (whole, kind, a, b) => {
      const from = a % (whole.length + 1);
      const to = b % (whole.length + 1);
      const selected = { start: Math.min(from, to), end: Math.max(from, to) };
      const snapped = snapRange(whole, selected, kind);
      if (snapped === undefined) {
        expect(whole.slice(selected.start, selected.end).trim()).toBe('');
        return;
      }
      const left = whole.slice(snapped.start, snapped.end);
      expect(left.isWellFormed()).toBe(true);
      expect(left).toBe(left.trim());
      expect(left).not.toBe('');
      expect(snapped.start).toBeGreaterThanOrEqual(selected.start - 1);
      expect(snapped.end).toBeLessThanOrEqual(selected.end + 1);
      expect(snapRange(whole, snapped, kind)).toEqual(snapped);
    }),
    { numRuns: 2000 },
  );
});
