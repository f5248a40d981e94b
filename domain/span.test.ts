import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTEXT_LENGTH, describeSpans } from '@/domain/span';
import { cutsSurrogatePair } from '@/domain/text';

const text = 'He said “no” 😀 twice.\nThen he left.';

describe('describeSpans', () => {
  it('keeps the words and the context of every range, in text order', () => {
    expect(
      describeSpans(text, [
        { start: 23, end: 27 },
        { start: 9, end: 11 },
      ]),
    ).toEqual({
      spans: [
        { start: 9, end: 11, exact: 'no', prefix: 'He said “', suffix: '” 😀 twice.\nThen he left.' },
        { start: 23, end: 27, exact: 'Then', prefix: 'He said “no” 😀 twice.\n', suffix: ' he left.' },
      ],
    });
  });

  const refused: [name: string, ranges: { start: number; end: number }[], path: string][] = [
    ['an empty range', [{ start: 3, end: 3 }], 'spans.0'],
    ['a range that runs backwards', [{ start: 4, end: 3 }], 'spans.0'],
    ['white space only', [{ start: 2, end: 3 }], 'spans.0'],
    ['a range past the end', [{ start: 0, end: 999 }], 'spans.0.end'],
    ['half a character at the start', [{ start: 14, end: 21 }], 'spans.0.start'],
    ['half a character at the end', [{ start: 9, end: 14 }], 'spans.0.end'],
    [
      'ranges that overlap, named by where they were sent',
      [
        { start: 8, end: 12 },
        { start: 3, end: 9 },
      ],
      'spans.0',
    ],
  ];
  it.each(refused)('refuses %s', (_, ranges, path) => {
    expect(describeSpans(text, ranges)).toMatchObject({ issues: [{ path }] });
  });

  it('lets ranges touch', () => {
    expect(
      describeSpans(text, [
        { start: 0, end: 2 },
        { start: 2, end: 7 },
      ]),
    ).toHaveProperty('spans');
  });

  it('cuts words and context from the text without ever halving a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 120 }),
        fc.nat(120),
        fc.nat(120),
        (any, start, end) => {
          const described = describeSpans(any, [{ start, end }]);
          if ('issues' in described) return;
          const [span] = described.spans;
          expect(span?.exact).toBe(any.slice(start, end));
          expect(any.slice(0, start).endsWith(span?.prefix ?? '-')).toBe(true);
          expect(any.slice(end).startsWith(span?.suffix ?? '-')).toBe(true);
          expect(span?.prefix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
          expect(span?.suffix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
          for (const offset of [start - (span?.prefix.length ?? 0), end + (span?.suffix.length ?? 0)]) {
            expect(cutsSurrogatePair(any, offset)).toBe(false);
          }
        },
      ),
    );
  });
});
