import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InlineMark } from '@/domain/revision';
import {
  type BlockSpan,
  type Layer,
  lanesOf,
  nestSegments,
  nextOutwards,
  type Piece,
  segmentsOf,
  spansAt,
} from '@/domain/segments';

/** A short spelling of pieces: `A(…)` a mark, `<…>` a link, `*…*` strong, `_…_` emphasis. */
function spell(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.type === 'mark') return `${piece.span.id}(${spell(piece.pieces)})`;
      if (piece.type === 'link') return `<${spell(piece.pieces)}>`;
      const em = piece.em ? `_${piece.text}_` : piece.text;
      return piece.strong ? `*${em}*` : em;
    })
    .join('');
}

const span = (id: string, start: number, end: number): BlockSpan => ({ id, start, end });
const link = (start: number, end: number, href = 'https://a.example/'): InlineMark => ({
  type: 'link',
  start,
  end,
  href,
});

describe('pieces of "abcdefghij"', () => {
  const cases: { name: string; spans?: BlockSpan[]; inline?: InlineMark[]; drawn: string }[] = [
    { name: 'no mark', drawn: 'abcdefghij' },
    { name: 'one mark', spans: [span('A', 2, 5)], drawn: 'abA(cde)fghij' },
    { name: 'the whole text', spans: [span('A', 0, 10)], drawn: 'A(abcdefghij)' },
    { name: 'one inside another', spans: [span('B', 3, 5), span('A', 2, 8)], drawn: 'abA(cB(de)fgh)ij' },
    { name: 'crossing', spans: [span('A', 1, 5), span('B', 3, 8)], drawn: 'aA(bcB(de))B(fgh)ij' },
    { name: 'the same words', spans: [span('B', 2, 5), span('A', 2, 5)], drawn: 'abA(B(cde))fghij' },
    { name: 'side by side', spans: [span('A', 0, 3), span('B', 3, 6)], drawn: 'A(abc)B(def)ghij' },
    { name: 'two spans of one mark', spans: [span('A', 0, 2), span('A', 4, 6)], drawn: 'A(ab)cdA(ef)ghij' },
    {
      name: 'a link across an edge',
      spans: [span('A', 2, 5)],
      inline: [link(4, 7)],
      drawn: 'abA(cd<e>)<fg>hij',
    },
    {
      name: 'a mark inside a link',
      spans: [span('A', 3, 4)],
      inline: [link(2, 6)],
      drawn: 'ab<cA(d)ef>ghij',
    },
    { name: 'a link inside a link', inline: [link(1, 6), link(3, 4)], drawn: 'a<bcdef>ghij' },
    { name: 'two links side by side', inline: [link(0, 2), link(2, 4)], drawn: '<ab><cd>efghij' },
    {
      name: 'strong and emphasis inside a mark',
      spans: [span('A', 0, 6)],
      inline: [
        { type: 'strong', start: 1, end: 4 },
        { type: 'em', start: 3, end: 8 },
      ],
      drawn: 'A(a*bc**_d_*_ef_)_gh_ij',
    },
  ];
  test.each(cases)('$name', ({ spans = [], inline = [], drawn }) => {
    expect(spell(nestSegments(segmentsOf('abcdefghij', inline, spans)))).toBe(drawn);
  });

  test('an empty block has no piece', () => {
    expect(segmentsOf('', [], [])).toEqual([]);
  });
});

const marksOf = (layers: readonly Layer[]) =>
  layers.filter(({ type }) => type === 'mark').map(({ id }) => id);
const anySpans = (length: number) =>
  fc
    .array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 12 })
    .map((pairs) =>
      pairs.map(([a, b], index) => span(String.fromCharCode(97 + index), Math.min(a, b), Math.max(a, b))),
    );
const anyBlock = fc.string({ unit: 'grapheme', maxLength: 60 }).chain((text) =>
  fc.record({
    text: fc.constant(text),
    spans: anySpans(text.length),
    inline: anySpans(text.length).map((spans) =>
      spans
        .filter(({ start, end }) => start < end)
        .map(
          ({ start, end }, index): InlineMark =>
            index % 2 === 0 ? { type: 'em', start, end } : link(start, end),
        ),
    ),
  }),
);

describe('laws', () => {
  test('segments join to the text, and each knows exactly the spans over it', () => {
    fc.assert(
      fc.property(anyBlock, ({ text, spans, inline }) => {
        const segments = segmentsOf(text, inline, spans);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
        for (const { start, text: words, layers } of segments) {
          const over = spans.filter((each) => each.start <= start && each.end >= start + words.length);
          expect(marksOf(layers).sort()).toEqual(over.map(({ id }) => id).sort());
        }
      }),
    );
  });

  test('nested pieces read in order are the text, and the marks around each word are those over it', () => {
    fc.assert(
      fc.property(anyBlock, ({ text, spans, inline }) => {
        let read = '';
        const walk = (pieces: readonly Piece[], around: string[]) => {
          for (const piece of pieces) {
            expect(piece.start).toBe(read.length);
            if (piece.type === 'words') {
              const offset = read.length;
              expect(
                spansAt(spans, offset)
                  .map(({ id }) => id)
                  .sort(),
              ).toEqual([...around].sort());
              read += piece.text;
            } else walk(piece.pieces, piece.type === 'mark' ? [...around, piece.span.id] : around);
          }
        };
        walk(nestSegments(segmentsOf(text, inline, spans)), []);
        expect(read).toBe(text);
      }),
    );
  });

  test('overlapping spans never share a lane, and no lane is taken needlessly', () => {
    fc.assert(
      fc.property(anySpans(40), (spans) => {
        const lanes = lanesOf(spans);
        for (const [a, one] of spans.entries()) {
          for (const [b, other] of spans.entries()) {
            const overlap = a !== b && Math.max(one.start, other.start) < Math.min(one.end, other.end);
            if (overlap) expect(lanes[a]).not.toBe(lanes[b]);
          }
        }
        const deepest = Math.max(0, ...Array.from({ length: 40 }, (_, at) => spansAt(spans, at).length));
        expect(Math.max(0, ...lanes)).toBeLessThanOrEqual(
          Math.max(0, deepest - 1) + (spans.some((s) => s.start === s.end) ? 1 : 0),
        );
      }),
    );
  });
});

describe('choosing under the pointer', () => {
  const spans = [
    span('outer', 0, 20),
    span('middle', 5, 15),
    span('inner', 8, 10),
    span('elsewhere', 16, 18),
  ];

  test('the smallest comes first', () => {
    expect(spansAt(spans, 9).map(({ id }) => id)).toEqual(['inner', 'middle', 'outer']);
    expect(spansAt(spans, 15).map(({ id }) => id)).toEqual(['outer']);
    expect(spansAt(spans, 20)).toEqual([]);
  });

  test.each([
    [undefined, 'inner'],
    ['inner', 'middle'],
    ['middle', 'outer'],
    ['outer', 'inner'],
    ['elsewhere', 'inner'],
  ])('with %s chosen, a click chooses %s', (chosen, next) => {
    expect(nextOutwards(['inner', 'middle', 'outer'], chosen)).toBe(next);
  });

  test('where nothing lies, nothing is chosen', () => {
    expect(nextOutwards([], 'inner')).toBeUndefined();
  });
});
