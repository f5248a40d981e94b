import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparable, differences, wordDifferences } from '@/domain/differences';

const span = { start: 0, end: 4, exact: 'Here', prefix: '', suffix: '' };
const quote: Comparable = {
  kind: 'quote',
  details: { directness: 'direct', speaker: { name: 'Keir Starmer' } },
  spans: [span],
  labels: [],
};

describe('differences of marks', () => {
  it('are none where nothing differs', () => {
    expect(differences(quote, structuredClone(quote))).toEqual([]);
  });

  it('name what came, went and changed', () => {
    const after: Comparable = {
      ...quote,
      details: { directness: 'mixed', cue: 'said' },
      labels: ['defence'],
      note: 'Checked.',
    };
    expect(differences(quote, after)).toEqual([
      { field: 'details.directness', before: 'direct', after: 'mixed' },
      { field: 'details.speaker', before: { name: 'Keir Starmer' }, after: undefined },
      { field: 'details.cue', before: undefined, after: 'said' },
      { field: 'labels', before: [], after: ['defence'] },
      { field: 'note', before: undefined, after: 'Checked.' },
    ]);
  });

  it('list the details of both kinds when the kind changes, even where their names agree', () => {
    const claim: Comparable = { kind: 'claim', details: { type: 'fact' }, spans: [span], labels: [] };
    const event: Comparable = {
      kind: 'event',
      details: { title: 'Talks', type: 'meeting' },
      spans: [span],
      labels: [],
    };
    expect(differences(claim, event).map(({ field }) => field)).toEqual([
      'kind',
      'details.type',
      'details.title',
      'details.type',
    ]);
  });
});

describe('differences of words', () => {
  const cases: Record<string, [string, string, string]> = {
    'a word replaced': ['gave far more aid', 'gave much more aid', 'gave -far-+much+ more aid'],
    'two words replaced read as one': [
      'Keir Starmer said',
      'David Lammy said',
      '-Keir Starmer-+David Lammy+ said',
    ],
    'a word added': ['we stay', 'we will stay', 'we +will +stay'],
    'everything new': ['', 'all of it', '+all of it+'],
    'nothing changed': ['as it was', 'as it was', 'as it was'],
  };
  for (const [name, [before, after, shown]] of Object.entries(cases)) {
    it(name, () => {
      const signs = { same: '', gone: '-', fresh: '+' };
      const pieces = wordDifferences(before, after);
      expect(pieces.map(({ is, text }) => `${signs[is]}${text}${signs[is]}`).join('')).toBe(shown);
    });
  }

  const words = fc.array(fc.constantFrom('a', 'b', 'c', ' ', '\n', 'é')).map((list) => list.join(''));

  it('give back both texts', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = wordDifferences(before, after);
        const without = (is: string) =>
          pieces
            .filter((piece) => piece.is !== is)
            .map((piece) => piece.text)
            .join('');
        expect(without('fresh')).toBe(before);
        expect(without('gone')).toBe(after);
      }),
    );
  });
});
