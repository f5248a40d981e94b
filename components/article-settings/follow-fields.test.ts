import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldValues, valuesOf } from '@/components/article-fields/field-values';
import type { Article } from '@/domain/article';
import { cameInto, decideField, type FieldsForm, followFields } from './follow-fields';

const zone = 'Europe/London';
const at = '2025-03-02T09:00:00.000Z';
const seen: Article = {
  id: '00000000-0000-4000-8000-00000000000b',
  slug: 'bridge-closes-abc123',
  headline: 'Bridge closes',
  byline: 'Noor',
  language: 'en',
  priority: 'normal',
  status: 'drafting',
  version: 1,
  seq: 1,
  counts: {
    byKind: { quote: 0, claim: 0, event: 0 },
    byStatus: { pending: 0, approved: 0, rejected: 0, changesRequested: 0 },
  },
  createdAt: at,
  updatedAt: at,
  revision: {
    number: 1,
    text: '',
    blocks: [],
    sha256: '',
    createdAt: at,
    createdBy: { id: '00000000-0000-4000-8000-000000000001', name: 'Noor' },
  },
};
const typed = (values: Partial<FieldValues>): FieldsForm => ({
  seen,
  values: { ...valuesOf(seen, zone), ...values },
});
const now = (fields: Partial<Article>): Article => ({ ...seen, ...fields, version: 2 });

describe('a form about an article', () => {
  it('follows others in the fields that nobody typed into', () => {
    const article = now({ desk: 'Roads', byline: undefined });
    const followed = followFields(typed({ headline: 'Bridge shut' }), article, zone);
    expect(followed).toMatchObject({
      seen: { version: 2 },
      values: { headline: 'Bridge shut', desk: 'Roads', byline: '' },
      clashes: [],
    });
    expect(cameInto(followed.values, seen, article, zone)).toEqual(['byline', 'desk']);
  });

  it('keeps what was typed and shows theirs, and counts from what was seen', () => {
    const followed = followFields(
      typed({ headline: 'Bridge shut' }),
      now({ headline: 'Bridge to close' }),
      zone,
    );
    expect(followed.clashes).toEqual([
      { field: 'headline', before: 'Bridge closes', theirs: 'Bridge to close', mine: 'Bridge shut' },
    ]);
    expect(followed).toMatchObject({ seen: { version: 1, headline: 'Bridge closes' } });
  });

  it('asks again when what was chosen over changes once more', () => {
    const article = now({ headline: 'Bridge to close' });
    const chosen = decideField(typed({ headline: 'Bridge shut' }), article, zone, {
      field: 'headline',
      take: 'mine',
    });
    expect(followFields(chosen, article, zone)).toMatchObject({ clashes: [], seen: { version: 2 } });
    expect(followFields(chosen, now({ headline: 'Bridge open' }), zone).clashes).toHaveLength(1);
  });

  it('ends as both wanted, and as the person chose where both wrote', () => {
    const line = fc.constantFrom('', 'A', 'B');
    const some = fc.record(
      { headline: fc.constantFrom('A', 'B'), byline: line, desk: line },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(some, some, fc.boolean(), (mine, their, takesMine) => {
        const article = now(
          Object.fromEntries(Object.entries(their).map(([name, value]) => [name, value || undefined])),
        );
        const take = takesMine ? 'mine' : 'theirs';
        const start = followFields(typed(mine), article, zone);
        const end = start.clashes.reduce(
          (form, { field }) => followFields(decideField(form, article, zone, { field, take }), article, zone),
          start,
        );
        const wanted = { ...valuesOf(article, zone), ...(takesMine ? mine : {}) };
        const alone = Object.fromEntries(
          Object.entries(mine).filter(
            ([name]) =>
              !start.clashes.some(({ field }) => field === name) &&
              mine[name as 'desk'] !== valuesOf(seen, zone)[name as 'desk'],
          ),
        );
        expect(end.clashes).toEqual([]);
        for (const { field } of start.clashes) expect(end.values[field]).toBe(wanted[field]);
        expect(end.values).toMatchObject(alone);
      }),
    );
  });
});
