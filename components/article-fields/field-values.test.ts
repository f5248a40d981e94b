import { describe, expect, test } from 'vitest';
import type { ArticleFields } from '@/domain/article';
import { readFieldValues, valuesOf } from './field-values';

const zone = 'Europe/London';
const article: ArticleFields = {
  headline: 'Bridge vote',
  byline: 'Ada Lindqvist',
  sourceUrl: 'https://a.example/x',
  language: 'en',
  publishedOn: '2025-03-02',
  deadline: '2025-07-02T17:30:00.000Z',
  priority: 'high',
};

describe('what a form holds', () => {
  test('shows the deadline on the desk’s clocks and gives the article back', () => {
    const values = valuesOf(article, zone);
    expect(values.deadline).toBe('2025-07-02T18:30');
    expect(readFieldValues(values, zone)).toEqual({ fields: article });
  });

  test('takes a language by name and a date in words', () => {
    const values = { ...valuesOf(article, zone), language: 'German', publishedOn: '2 March 2025' };
    expect(readFieldValues(values, zone).fields).toMatchObject({ language: 'de', publishedOn: '2025-03-02' });
  });

  test.each([
    ['headline', '   '],
    ['sourceUrl', 'javascript:alert(1)'],
    ['sourceUrl', 'example.org'],
    ['publishedOn', '2025-02-30'],
    ['language', 'Klingonish'],
    ['language', ''],
    ['deadline', 'tomorrow'],
    ['byline', 'a\0b'],
  ] as const)('says what is wrong with %s %j, beside it', (name, value) => {
    const errors = readFieldValues({ ...valuesOf(article, zone), [name]: value }, zone).errors;
    expect(Object.keys(errors ?? {})).toEqual([name]);
    expect(errors?.[name]).toMatch(/^[A-Z].*\.$/);
  });
});
