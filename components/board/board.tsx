'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useRef } from 'react';
import { articlesQuery } from '@/components/data/articles';
import { FetchNotice } from '@/components/data/fetch-notice';
import { useFreshness } from '@/components/data/live/use-freshness';
import { useMe } from '@/components/data/use-me';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import type { Me } from '@/domain/contract/people';
import { articleQueryOf, type BoardFilter, boardAddress, readBoardFilter } from './board-filter';
import { BoardHead } from './board-head';
import { BoardTools } from './board-tools';
import { NoStories } from './no-stories';
import { overviewQuery } from './overview';
import { Stories } from './stories';
import { useBoardKeys } from './use-board-keys';
import { useNow } from './use-now';

/** All articles by deadline: what is late, what can run, where the review stands. */
export function Board({ me, servedAt }: { me: Me; servedAt: number }) {
  const filter = readBoardFilter(useSearchParams());
  const now = useNow(servedAt);
  const { timeZone } = useMe(me).settings;
  const freshness = useFreshness();
  const overview = useQuery({ ...overviewQuery, ...freshness }).data;
  const articles = useInfiniteQuery({
    ...articlesQuery(articleQueryOf(filter)),
    ...freshness,
    placeholderData: keepPreviousData,
  });
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useBoardKeys(list, search);

  const stories = articles.data?.pages.flatMap((page) => page.items);
  return (
    <main id="content" className="mx-auto max-w-board px-6 py-9 max-sm:px-4 max-sm:py-6">
      <BoardHead now={now} timeZone={timeZone} overview={overview} />
      <BoardTools filter={filter} overview={overview} searchRef={search} onChange={show} />
      {articles.isError && (
        <FetchNotice error={articles.error} onRetry={() => articles.refetch()} className="my-4" />
      )}
      <div ref={list} aria-busy={articles.isPlaceholderData || undefined}>
        {stories !== undefined &&
          (stories.length === 0 ? (
            <NoStories filter={filter} onShow={show} />
          ) : (
            <Stories stories={stories} now={now} timeZone={timeZone} meId={me.id} />
          ))}
      </div>
      {articles.hasNextPage && (
        <div className="mt-6 text-center">
          <Button busy={articles.isFetchingNextPage} onClick={() => articles.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
      {stories !== undefined && stories.length > 0 && <KeyHints />}
    </main>
  );
}

/** The address changes without asking the server for the page again; the list's query follows it. */
function show(filter: BoardFilter): void {
  window.history.pushState(null, '', boardAddress(filter));
}

function KeyHints() {
  return (
    <p className="mt-8 flex items-center justify-center gap-1.5 text-faint text-sm max-sm:hidden pointer-coarse:hidden">
      <Kbd>j</Kbd>
      <Kbd>k</Kbd> walk the stories · <Kbd>Enter</Kbd> opens · <Kbd>/</Kbd> searches
    </p>
  );
}
