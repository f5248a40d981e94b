import type { MouseEvent, RefObject } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Select } from '@/components/ui/select';
import type { ArticleQuery } from '@/domain/contract/articles';
import { articleStatusWords, capitalised } from '@/domain/words';
import { type BoardFilter, type BoardList, boardAddress, boardLists } from './board-filter';
import { BoardSearch } from './board-search';
import { countOf, type Overview } from './overview';

const listWords = {
  all: 'All',
  inReview: capitalised(articleStatusWords.inReview),
  ready: capitalised(articleStatusWords.ready),
  archived: 'Archived',
} as const satisfies Record<BoardList, string>;

const sortWords = {
  deadline: 'By deadline',
  updated: 'Last changed first',
  created: 'Newest first',
  headline: 'By headline',
} as const satisfies Record<ArticleQuery['sort'], string>;

const sortOptions = (['deadline', 'updated', 'created', 'headline'] as const).map((value) => ({
  value,
  label: sortWords[value],
}));

/** Which stories are shown, and in which order. Every choice has its address. */
export function BoardTools({
  filter,
  overview,
  searchRef,
  onChange,
}: {
  filter: BoardFilter;
  overview: Overview | undefined;
  searchRef: RefObject<HTMLInputElement | null>;
  onChange: (filter: BoardFilter) => void;
}) {
  return (
    <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-2">
      <nav aria-label="Lists" className="-mx-2.5 flex-1">
        <ul className="flex gap-1 overflow-x-auto">
          {boardLists.map((list) => (
            <li key={list}>
              <a
                href={boardAddress({ ...filter, list })}
                aria-current={filter.list === list ? 'page' : undefined}
                onClick={(event) => {
                  if (opensElsewhere(event)) return;
                  event.preventDefault();
                  onChange({ ...filter, list });
                }}
                className={classNames(
                  'flex min-h-7.5 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 font-medium -outline-offset-2 pointer-coarse:min-h-11',
                  filter.list === list ? 'bg-hover text-ink' : 'text-soft hover:text-ink',
                )}
              >
                {listWords[list]}
                {overview !== undefined && list !== 'archived' && (
                  <span className="font-normal text-soft tabular-nums">{countOf(overview, list)}</span>
                )}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex items-center gap-2 max-sm:w-full">
        <BoardSearch
          search={filter.search}
          inputRef={searchRef}
          onSearch={(search) => onChange({ ...filter, search })}
        />
        <Select
          aria-label="Order"
          value={filter.sort}
          options={sortOptions}
          onValueChange={(sort) => sort !== '' && onChange({ ...filter, sort })}
          className="shrink-0"
        />
      </div>
    </div>
  );
}

/** Whether the browser opens a clicked link in another tab or window, which is left to it. */
function opensElsewhere(event: MouseEvent): boolean {
  return event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0;
}
