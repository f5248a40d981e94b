import { expect, test } from 'vitest';
import type { ArticleFields } from '@/domain/article';
import { meetChange } from './field-clash';

const seen: ArticleFields = { headline: 'Bridge closes', byline: 'Noor', language: 'en', priority: 'normal' };

const cases: readonly {
  name: string;
  mine: Partial<ArticleFields>;
  theirs: Partial<ArticleFields>;
  patch: object;
  clashes: readonly string[];
}[] = [
  {
    name: 'different fields merge',
    mine: { headline: 'Bridge to close' },
    theirs: { priority: 'high' },
    patch: { headline: 'Bridge to close' },
    clashes: [],
  },
  {
    name: 'the same change made twice is made',
    mine: { headline: 'Bridge to close' },
    theirs: { headline: 'Bridge to close' },
    patch: {},
    clashes: [],
  },
  {
    name: 'the same field changed differently clashes',
    mine: { headline: 'Bridge to close', priority: 'high' },
    theirs: { headline: 'Bridge shut' },
    patch: { headline: 'Bridge to close', priority: 'high' },
    clashes: ['headline'],
  },
  {
    name: 'taking a field away clashes with changing it',
    mine: { byline: undefined },
    theirs: { byline: 'Rhea' },
    patch: { byline: null },
    clashes: ['byline'],
  },
  {
    name: 'a field that only they took away stays away',
    mine: { headline: 'Bridge to close' },
    theirs: { byline: undefined },
    patch: { headline: 'Bridge to close' },
    clashes: [],
  },
];

test.each(cases)('$name', ({ mine, theirs, patch, clashes }) => {
  const meeting = meetChange(seen, change(mine), change(theirs));
  expect(meeting).toEqual({ patch, clashes });
});

function change(fields: Partial<ArticleFields>): ArticleFields {
  return { ...seen, ...fields };
}
