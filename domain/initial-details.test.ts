import { describe, expect, it } from 'vitest';
import { initialTagging } from '@/domain/initial-details';
import { detailsOf, kinds } from '@/domain/kinds';

function tag(kind: (typeof kinds)[number], text: string, words: string) {
  const start = text.indexOf(words);
  return initialTagging(kind, text, [{ start, end: start + words.length }]).details;
}

describe('initialTagging', () => {
  const cases = [
    ['direct between curly marks', 'He said “never again” twice.', 'never again', 'direct'],
    ['direct with its marks in the span', 'He said "never again" twice.', '"never again"', 'direct'],
    ['direct between guillemets', 'Il a dit « plus jamais ».', ' plus jamais ', 'direct'],
    ['direct for a part of a quotation', 'He said “never again, never” twice.', 'never again', 'direct'],
    ['direct between German marks', 'Er sagte: „Nie wieder.“', 'Nie wieder', 'direct'],
    ['direct after an earlier quotation', 'He said "no" and then "never again".', 'never again', 'direct'],
    ['indirect between two quotations', 'He said "no" and then "never".', 'and then', 'indirect'],
    [
      'mixed around a quotation',
      'He called it “a disgrace” to all.',
      'called it “a disgrace” to all',
      'mixed',
    ],
    ['indirect without marks', 'He said he was done.', 'he was done', 'indirect'],
  ] as const;
  it.each(cases)('calls a quote %s', (_, text, words, directness) => {
    expect(tag('quote', text, words)).toEqual({ directness });
  });

  it('names an event by its words, on one line', () => {
    expect(tag('event', 'They met\nin London.', 'met\nin London')).toEqual({ title: 'met in London' });
  });

  it('cuts a long title between words', () => {
    const words = 'word '.repeat(40).trim();
    expect(tag('event', words, words)).toEqual({ title: expect.stringMatching(/^(word )+word…$/) });
  });

  it('gives details that the kind accepts', () => {
    for (const kind of kinds) {
      expect(detailsOf[kind].safeParse(tag(kind, 'They met.', 'They met')).success).toBe(true);
    }
  });
});
