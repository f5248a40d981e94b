import { describe, expect, test } from 'vitest';
import { cite, writeDate } from '@/domain/citation';

const span = (exact: string) => ({ start: 0, end: exact.length, exact, prefix: '', suffix: '' });
const article = { source: 'AP', publishedOn: '2025-03-02' };
const speaker = { name: 'Keir Starmer', role: 'prime minister' };

describe('a quote', () => {
  const quote = (exact: string | string[], details: object = { speaker }) => ({
    kind: 'quote' as const,
    spans: [exact].flat().map(span),
    details: { directness: 'direct' as const, ...details },
  });

  test.each([
    [
      'with all that is known',
      quote('We need a backstop,'),
      article,
      '“We need a backstop,” Keir Starmer, prime minister (AP, 2 March 2025)',
    ],
    [
      'a stop gives way to the comma',
      quote('We need it.'),
      article,
      '“We need it,” Keir Starmer, prime minister (AP, 2 March 2025)',
    ],
    [
      'a question mark stays',
      quote('Do we?'),
      article,
      '“Do we?” Keir Starmer, prime minister (AP, 2 March 2025)',
    ],
    [
      'without a role',
      quote('Yes', { speaker: { name: 'Ana Ruiz' } }),
      article,
      '“Yes,” Ana Ruiz (AP, 2 March 2025)',
    ],
    ['without a speaker', quote('Yes.', {}), article, '“Yes.” (AP, 2 March 2025)'],
    ['without a speaker, cut at a comma', quote('Yes,', {}), {}, '“Yes”'],
    ['without source and date', quote('Yes'), {}, '“Yes,” Keir Starmer, prime minister'],
    [
      'said on another day',
      quote('Yes', { speaker, saidOn: '2025-02' }),
      article,
      '“Yes,” Keir Starmer, prime minister (AP, February 2025)',
    ],
    ['in two parts', quote(['This', 'is it.']), {}, '“This … is it,” Keir Starmer, prime minister'],
    ['across two blocks', quote('one\ntwo'), {}, '“one two,” Keir Starmer, prime minister'],
  ])('%s', (_, mark, of, expected) => {
    expect(cite(mark, of)).toBe(expected);
  });
});

test('a claim names the claimant, an event the day it began', () => {
  expect(cite({ kind: 'claim', spans: [span('It rose')], details: { claimant: speaker } }, {})).toBe(
    '“It rose,” Keir Starmer, prime minister',
  );
  expect(
    cite(
      { kind: 'event', spans: [span('the vote')], details: { title: 'Vote', startsOn: '2025-03-01T10:00Z' } },
      article,
    ),
  ).toBe('“the vote” (AP, 1 March 2025)');
});

test.each([
  ['2025', '2025'],
  ['2025-03', 'March 2025'],
  ['2025-03-02', '2 March 2025'],
  ['2025-03-02T23:30-05:00', '2 March 2025'],
])('%s is written %s', (written, expected) => {
  expect(writeDate(written)).toBe(expected);
});
