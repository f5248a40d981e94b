/** What of the articles the board shows, as it stands in the URL; one home for its names there. */
import { z } from 'zod';
import { type ArticleQuery, articleSorts } from '@/domain/contract/articles';

/** The lists to choose from: all that are not archived, those of one status, and the archived ones apart. */
export const boardLists = ['all', 'inReview', 'ready', 'archived'] as const;
export type BoardList = (typeof boardLists)[number];

export interface BoardFilter {
  readonly list: BoardList;
  /** Words of the headline; empty for any. */
  readonly search: string;
  readonly sort: ArticleQuery['sort'];
}

const shape = z.object({
  list: z.enum(boardLists).catch('all'),
  search: z.string().trim().max(200).catch(''),
  sort: z.enum(articleSorts).catch('deadline'),
});

const plain: BoardFilter = shape.parse({});

/** The filter of an address; whatever in it makes no sense counts as absent. */
export function readBoardFilter(address: URLSearchParams): BoardFilter {
  return shape.parse(Object.fromEntries(address));
}

/** The board's address with the filter; what is as usual is left out. */
export function boardAddress(filter: BoardFilter): string {
  const address = new URLSearchParams();
  for (const name of ['list', 'search', 'sort'] as const) {
    if (filter[name] !== plain[name]) address.set(name, filter[name]);
  }
  return address.size === 0 ? '/' : `/?${address}`;
}

/** The filter as the list operation takes it. */
export function articleQueryOf({ list, search, sort }: BoardFilter) {
  return {
    archived: list === 'archived' ? 'true' : 'false',
    sort,
    ...(search !== '' && { search }),
    ...(list === 'inReview' || list === 'ready' ? { status: list } : {}),
  } satisfies Partial<ArticleQuery>;
}
