/** What is cached of articles, kept in step with what the desk tells of them. */
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import { type Article, ArticleSummary } from '@/domain/article';
import { articleListsKey, articleQuery } from './articles';

/** Lists whose order or number may be another are read again at most so often, in milliseconds. */
const REREAD_PAUSE = 500;

/** A page of a cached list. */
interface Page {
  readonly items: readonly ArticleSummary[];
}

const rereading = new WeakSet<QueryClient>();

/**
 * Takes in an article as it is now: wherever it is listed it shows that at once and in place; lists in which it may
 * stand elsewhere, or not at all, are read again soon.
 */
export function receiveSummary(client: QueryClient, summary: ArticleSummary): void {
  patchArticle(client, summary, (article) =>
    article.seq > summary.seq ? article : { ...summary, revision: article.revision },
  );
  let listed: ArticleSummary | undefined;
  for (const [queryKey, data] of client.getQueriesData({ queryKey: articleListsKey })) {
    if (!isPaged(data)) continue;
    const known = data.pages.flatMap(({ items }) => items).find(({ id }) => id === summary.id);
    listed ??= known;
    if (known !== undefined && known.seq < summary.seq)
      client.setQueryData(queryKey, withSummary(data, summary));
  }
  if (listed === undefined || standsElsewhere(listed, summary) || isSortedByTime(client)) rereadLists(client);
}

/** Takes in what the log says that an article was after a change of it, without counts and status. */
export function receiveLoggedArticle(client: QueryClient, after: unknown): void {
  const logged = LoggedArticle.safeParse(after).data;
  if (logged === undefined) return;
  patchArticle(client, logged, ({ version, seq, counts, status, revision, ...article }) =>
    version >= logged.version
      ? { ...article, version, seq, counts, status, revision }
      : { ...logged, seq, counts, status, revision },
  );
}

const LoggedArticle = ArticleSummary.omit({ seq: true, counts: true, status: true });

function patchArticle(
  client: QueryClient,
  { id, slug }: Pick<Article, 'id' | 'slug'>,
  patch: (article: Article) => Article,
): void {
  for (const name of [id, slug]) {
    client.setQueryData(articleQuery(name).queryKey, (article) => article && patch(article));
  }
}

function withSummary(data: InfiniteData<Page>, summary: ArticleSummary): InfiniteData<Page> {
  const pages = data.pages.map((page) =>
    page.items.some(({ id }) => id === summary.id)
      ? { ...page, items: page.items.map((item) => (item.id === summary.id ? summary : item)) }
      : page,
  );
  return { ...data, pages };
}

/** Whether the order, a filter or a number of some list looks at what differs. */
function standsElsewhere(before: ArticleSummary, after: ArticleSummary): boolean {
  return (
    before.status !== after.status ||
    before.deadline !== after.deadline ||
    before.headline !== after.headline ||
    before.archivedAt !== after.archivedAt
  );
}

/** Whether a screen shows articles in the order of their changes. */
function isSortedByTime(client: QueryClient): boolean {
  return client
    .getQueryCache()
    .findAll({ queryKey: articleListsKey, type: 'active' })
    .some(({ queryKey }) => queryKey.some((part) => hasSort(part) && part.sort === 'updated'));
}

function hasSort(part: unknown): part is { readonly sort: unknown } {
  return typeof part === 'object' && part !== null && 'sort' in part;
}

/** Reads the lists again, soon, once for all that happens until then. */
function rereadLists(client: QueryClient): void {
  if (rereading.has(client)) return;
  rereading.add(client);
  setTimeout(() => {
    rereading.delete(client);
    void client.invalidateQueries({ queryKey: articleListsKey });
  }, REREAD_PAUSE);
}

function isPaged(data: unknown): data is InfiniteData<Page> {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
}
