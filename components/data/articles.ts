/** The queries of articles. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type ArticleQuery, findTwins, listArticles, readArticle } from '@/domain/contract/articles';
import { call } from './call';

/** The beginning of every key that lists articles, for invalidating them together. */
export const articleListsKey = ['articles', 'list'] as const;

/** The pages of the board's list; `filter` as in the operation's query, without limit and cursor. */
export function articlesQuery(filter: Partial<Omit<ArticleQuery, 'limit' | 'cursor'>>) {
  return infiniteQueryOptions({
    queryKey: [...articleListsKey, filter],
    queryFn: ({ signal, pageParam }) =>
      call(listArticles, {
        query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: nothing,
    getNextPageParam: (page) => page.nextCursor,
  });
}

const nothing: string | null = null;

/** One article with its text, by id or slug. */
export function articleQuery(idOrSlug: string) {
  return queryOptions({
    queryKey: ['articles', 'one', idOrSlug],
    queryFn: ({ signal }) => call(readArticle, { params: { id: idOrSlug }, signal }),
  });
}

/** The articles that have the same text (by its SHA-256) or the same source address. */
export function twinsQuery(sought: { readonly sha256?: string; readonly sourceUrl?: string }) {
  return queryOptions({
    queryKey: ['articles', 'twins', sought],
    queryFn: ({ signal }) => call(findTwins, { query: sought, signal }),
  });
}
