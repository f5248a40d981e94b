import { expect, test } from 'vitest';
import type { MarkField } from '@/domain/differences';
import { joinedLists, sideWritten } from './clash-words';

const span = (start: number) => ({
  start,
  end: start + 7,
  exact: 'Nobody ',
  prefix: `before ${start} `,
  suffix: 'after',
});
const link = (accessedOn: string) => ({ url: 'https://example.org/', title: 'Report', accessedOn });

const cases: readonly {
  readonly name: string;
  readonly field: MarkField;
  readonly theirs: unknown;
  readonly mine: unknown;
  readonly written: readonly [theirs: string, mine: string];
}[] = [
  { name: 'texts as they are', field: 'note', theirs: 'Hm.', mine: undefined, written: ['Hm.', ''] },
  {
    name: 'values by their words',
    field: 'details.rating',
    theirs: 'mostlyTrue',
    mine: 'false',
    written: ['mostly true', 'false'],
  },
  {
    name: 'the same words in two places, with what is around them',
    field: 'spans',
    theirs: [span(10)],
    mine: [span(40)],
    written: ['…before 10 [Nobody ]after…', '…before 40 [Nobody ]after…'],
  },
  {
    name: 'links of one title, in full',
    field: 'details.evidence',
    theirs: [link('2025-03-01')],
    mine: [link('2025-03-02')],
    written: ['Report, https://example.org/, 2025-03-01', 'Report, https://example.org/, 2025-03-02'],
  },
  {
    name: 'a kind with all its details',
    field: 'kind',
    theirs: { kind: 'quote', details: { directness: 'direct', cue: 'said' } },
    mine: { kind: 'claim', details: {} },
    written: ['Quote\nDirectness: direct\nCue: said', 'Claim'],
  },
];

test.each(cases)('two sides are told apart: $name', ({ field, theirs, mine, written }) => {
  const met = { field, before: undefined, theirs, mine };
  expect([sideWritten('claim', met, 'theirs'), sideWritten('claim', met, 'mine')]).toEqual(written);
});

test('both lists are theirs, then what only mine has', () => {
  const met = { field: 'labels', before: ['a'], theirs: ['a', 'b'], mine: ['c', 'b'] } as const;
  expect(joinedLists(met)).toEqual(['a', 'b', 'c']);
  expect(joinedLists({ ...met, field: 'details.evidence', theirs: undefined })).toEqual(['c', 'b']);
  expect(joinedLists({ ...met, field: 'note' })).toBeUndefined();
});
