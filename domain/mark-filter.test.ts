import { describe, expect, test } from 'vitest';
import { type MarkFilter, noFilter, passes } from '@/domain/mark-filter';

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
