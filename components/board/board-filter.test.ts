import { expect, test } from 'vitest';
import { ArticleQuery } from '@/domain/contract/articles';
import { articleQueryOf, type BoardFilter, boardAddress, readBoardFilter } from './board-filter';

const cases: readonly { filter: BoardFilter; address: string }[] = [
  { filter: { list: 'all', search: '', sort: 'deadline' }, address: '/' },
  { filter: { list: 'inReview', search: '', sort: 'deadline' }, address: '/?list=inReview' },
  {
    filter: { list: 'archived', search: 'peace & war', sort: 'headline' },
    address: '/?list=archived&search=peace+%26+war&sort=headline',
  },
];

test.each(cases)('$address and its filter are the same thing', ({ filter, address }) => {
  expect(boardAddress(filter)).toBe(address);
  expect(readBoardFilter(new URL(address, 'http://desk').searchParams)).toEqual(filter);
});

test.each(cases)('the server takes what $address asks', ({ filter }) => {
  expect(ArticleQuery.safeParse(articleQueryOf(filter)).success).toBe(true);
});

test('what makes no sense counts as absent', () => {
  const nonsense = new URLSearchParams({ list: 'mine', sort: 'magic', search: 'x'.repeat(201) });
  expect(readBoardFilter(nonsense)).toEqual({ list: 'all', search: '', sort: 'deadline' });
});
