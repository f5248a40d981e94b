import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAround } from '@/domain/sentence';

function around(text: string, words: string): string {
  const start = text.indexOf(words);
  const { start: from, end } = sentenceAround(text, { start, end: start + words.length });
  return text.slice(from, end);
}

describe('sentenceAround', () => {
  const cases: [name: string, text: string, words: string, sentence: string][] = [
    ['a sentence in the middle', 'One. Two is here! Three.', 'is', 'Two is here!'],
    ['a final stop inside quotation marks', 'He left. “I am done.” She stayed.', 'done', '“I am done.”'],
    ['two sentences that the words touch', 'One. Two. Three.', 'Two. Th', 'Two. Three.'],
    ['never across a block', 'Heading\nBody goes on', 'Body', 'Body goes on'],
    ['a decimal point ends nothing', 'It rose 3.5 per cent. Then fell.', 'rose', 'It rose 3.5 per cent.'],
    ['ideographic stops', '他来了。他走了。', '走', '他走了。'],
    ['three dots and a quotation mark', '“I thought...” He left.', 'He', 'He left.'],
    ['an Arabic question mark', 'هل جاء؟ نعم جاء.', 'نعم', 'نعم جاء.'],
  ];
  it.each(cases)('%s', (_, text, words, sentence) => {
    expect(around(text, words)).toBe(sentence);
  });

  it('is found at once in a line of a million dots', () => {
    const line = `Contents ${'.'.repeat(1_000_000)}7`;
    expect(sentenceAround(line, { start: 0, end: 8 })).toEqual({ start: 0, end: line.length });
  });

  it('always holds the range, whatever the text', () => {
    const piece = fc.constantFrom('a', ' ', '.', '”', '\n', '!', '。', 'bc ', '. ');
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 40 }),
        fc.nat(60),
        fc.nat(60),
        (pieces, one, other) => {
          const text = pieces.join('');
          const start = Math.min(one, other) % text.length;
          const end = Math.min(text.length, Math.max(start + 1, Math.max(one, other) % (text.length + 1)));
          const sentence = sentenceAround(text, { start, end });
          expect(sentence.start).toBeLessThanOrEqual(start);
          expect(sentence.end).toBeGreaterThanOrEqual(end);
        },
      ),
    );
  });
});
