/** How the desk as a whole stands: what the sentence under the date and the numbers on the lists are made of. */
import { queryOptions } from '@tanstack/react-query';
import { articleListsKey } from '@/components/data/articles';
import { call } from '@/components/data/call';
import type { ArticleSummary } from '@/domain/article';
import { listArticles } from '@/domain/contract/articles';
import { MOST_LISTED } from '@/domain/contract/operation';
import type { BoardList } from './board-filter';

/** What is known of each story that is not archived, the most urgent first. */
export interface Overview {
  readonly stories: readonly Pick<ArticleSummary, 'deadline' | 'status'>[];
  /** There are more than a list gives at once; the numbers are lower bounds then. */
  readonly more: boolean;
}

/** The query that the overview is made of, for page and browser alike. */
export const overviewAsks = { limit: MOST_LISTED, sort: 'deadline', archived: 'false' } as const;

export const overviewQuery = queryOptions({
  queryKey: [...articleListsKey, 'overview'],
  queryFn: async ({ signal }) => overviewOf(await call(listArticles, { query: overviewAsks, signal })),
});

/** The overview within a page of the list. */
export function overviewOf(page: {
  readonly items: readonly ArticleSummary[];
  readonly nextCursor: string | null;
}): Overview {
  return {
    stories: page.items.map(({ deadline, status }) => ({
      status,
      ...(deadline !== undefined && { deadline }),
    })),
    more: page.nextCursor !== null,
  };
}

/** How many stories a list holds, as it is shown beside its name. */
export function countOf({ stories, more }: Overview, list: Exclude<BoardList, 'archived'>): string {
  const count = list === 'all' ? stories.length : stories.filter(({ status }) => status === list).length;
  return more ? `${count}+` : String(count);
}
