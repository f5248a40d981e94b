import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Article, ArticleSummary } from '@/domain/article';
import { articleQuery, articlesQuery } from './articles';
import { receiveLoggedArticle, receiveSummary } from './articles-cache';
import { articleId } from './unsent-examples';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const at = '2025-03-02T09:00:00.000Z';
const summary: ArticleSummary = {
  id: articleId,
  slug: 'talks-go-on-abc123',
  headline: 'Talks go on',
  language: 'en',
  priority: 'normal',
  status: 'drafting',
  version: 2,
  seq: 5,
  counts: {
    byKind: { quote: 1, claim: 0, event: 0 },
    byStatus: { pending: 1, approved: 0, rejected: 0, changesRequested: 0 },
  },
  createdAt: at,
  updatedAt: at,
};
const revision: Article['revision'] = {
  number: 1,
  text: 'Talks.',
  blocks: [{ type: 'paragraph', text: 'Talks.', marks: [] }],
  sha256: '0'.repeat(64),
  createdAt: at,
  createdBy: { id: articleId, name: 'Rhea' },
};
const list = articlesQuery({ sort: 'deadline' }).queryKey;

function aTab(listed: ArticleSummary = summary) {
  const client = new QueryClient();
  const other = { ...summary, id: '00000000-0000-4000-8000-00000000000c', slug: 'other-abc124' };
  client.setQueryData(list, { pages: [{ items: [other, listed], nextCursor: null }], pageParams: [null] });
  client.setQueryData(articleQuery(summary.slug).queryKey, { ...summary, revision });
  const items = () => client.getQueryData(list)?.pages.flatMap((page) => page.items);
  const isReread = async () => {
    await vi.advanceTimersByTimeAsync(1000);
    return client.getQueryState(list)?.isInvalidated === true;
  };
  return { client, other, items, isReread };
}

test('a new mark changes the numbers in place, and no list is read again', async () => {
  const { client, other, items, isReread } = aTab();
  const [before] = items() ?? [];
  const marked = {
    ...summary,
    seq: 6,
    counts: { ...summary.counts, byKind: { quote: 1, claim: 1, event: 0 } },
  };
  receiveSummary(client, marked);
  expect(items()).toEqual([other, marked]);
  expect(items()?.[0]).toBe(before);
  expect(await isReread()).toBe(false);
});

const moves: readonly (readonly [string, Partial<ArticleSummary>])[] = [
  ['headline', { headline: 'Talks end' }],
  ['deadline', { deadline: '2025-03-03T09:00:00.000Z' }],
  ['status', { status: 'ready' }],
  ['archive', { archivedAt: at }],
];
test.each(moves)(
  'another %s is shown at once, and the lists are read again for their order',
  async (_, change) => {
    const { client, items, isReread } = aTab();
    receiveSummary(client, { ...summary, ...change, seq: 6 });
    expect(items()?.[1]).toMatchObject(change);
    expect(await isReread()).toBe(true);
  },
);

test('an article that no list knows is read with them', async () => {
  const { client, isReread } = aTab();
  receiveSummary(client, { ...summary, id: '00000000-0000-4000-8000-00000000000d', slug: 'new-abc125' });
  expect(await isReread()).toBe(true);
});

test('an older summary takes nothing back', () => {
  const newer = { ...summary, seq: 9, headline: 'Talks end' };
  const { client, items } = aTab(newer);
  receiveSummary(client, { ...summary, seq: 8 });
  expect(items()?.[1]).toBe(newer);
});

test('what the log tells of an article is on its own page, with its text; older states are not', () => {
  const { client } = aTab();
  const { seq: _, counts: __, status: ___, ...logged } = summary;
  const shown = () => client.getQueryData(articleQuery(summary.slug).queryKey);
  receiveLoggedArticle(client, { ...logged, version: 3, headline: 'Talks end', archivedAt: at });
  expect(shown()).toMatchObject({
    headline: 'Talks end',
    archivedAt: at,
    version: 3,
    revision,
    counts: summary.counts,
  });
  receiveLoggedArticle(client, { ...logged, version: 2 });
  expect(shown()).toMatchObject({ headline: 'Talks end' });
  const { archivedAt: ____, ...restored } = { ...logged, archivedAt: at, version: 4 };
  receiveLoggedArticle(client, restored);
  expect(shown()).not.toHaveProperty('archivedAt');
});
