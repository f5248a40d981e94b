import { describe, expect, test } from 'vitest';
import { type MarkFilter, noFilter, parseMarkFilter, passes, writeMarkFilter } from '@/domain/mark-filter';

const mark = { kind: 'quote', status: 'pending', authorId: 'ana' } as const;

describe('passes', () => {
  test.each<[string, Partial<MarkFilter>, Partial<typeof mark> | { status: 'rejected' }, boolean]>([
    ['everything that stands passes no filter', {}, {}, true],
    ['rejected marks are hidden', {}, { status: 'rejected' }, false],
    ['rejected marks show when asked for', { statuses: ['rejected'] }, { status: 'rejected' }, true],
    ['another kind is left out', { kinds: ['claim', 'event'] }, {}, false],
    ['another status is left out', { statuses: ['approved'] }, {}, false],
    ['another author is left out', { authors: ['ben'] }, {}, false],
    ['all three narrow together', { kinds: ['quote'], statuses: ['pending'], authors: ['ana'] }, {}, true],
  ])('%s', (_, filter, change, expected) => {
    expect(passes({ ...noFilter, ...filter }, { ...mark, ...change })).toBe(expected);
  });
});

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
