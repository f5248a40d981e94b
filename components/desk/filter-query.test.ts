import { expect, test } from 'vitest';
import { type MarkFilter, noFilter } from '@/domain/mark-filter';
import { parseMarkFilter, writeMarkFilter } from './filter-query';

test('a filter written into the query is read back, and other fields stay', () => {
  const filter: MarkFilter = { kinds: ['quote', 'event'], statuses: ['rejected'], authors: ['ana', 'ben'] };
  const query = writeMarkFilter(filter, new URLSearchParams('next=1&kind=claim'));
  expect(query.get('next')).toBe('1');
  expect(parseMarkFilter(query)).toEqual(filter);
  expect(writeMarkFilter(noFilter, query).toString()).toBe('next=1');
});

test('what a query names that does not exist is left out', () => {
  expect(parseMarkFilter(new URLSearchParams('kind=opinion&status=waiting&author='))).toEqual(noFilter);
});
