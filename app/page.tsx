import type { Metadata } from 'next';
import { Board } from '@/components/board/board';
import { articleQueryOf, readBoardFilter } from '@/components/board/board-filter';
import { overviewAsks, overviewOf, overviewQuery } from '@/components/board/overview';
import { articlesQuery } from '@/components/data/articles';
import { meQuery } from '@/components/data/me';
import { Preloaded } from '@/components/data/preloaded';
import { Crumb } from '@/components/header/crumb';
import { Header } from '@/components/header/header';
import { LinkButton } from '@/components/ui/link-button';
import { listArticles } from '@/domain/contract/articles';
import { readMe } from '@/domain/contract/people';
import { list } from '@/server/articles';
import { pageNow, readForPage } from '@/server/page';
import { me as answerMe } from '@/server/service';

export const metadata: Metadata = { title: 'Desk · Bluepencil' };

export default async function BoardPage({ searchParams }: { searchParams: Promise<Given> }) {
  const query = articleQueryOf(readBoardFilter(asAddress(await searchParams)));
  const [me, articles, overview] = await Promise.all([
    readForPage(readMe, answerMe),
    readForPage(listArticles, list, { query }),
    readForPage(listArticles, list, { query: overviewAsks }),
  ]);
  return (
    <Preloaded
      queries={[
        [meQuery.queryKey, me],
        [articlesQuery(query).queryKey, { pages: [articles], pageParams: [null] }],
        [overviewQuery.queryKey, overviewOf(overview)],
      ]}
    >
      <Header
        me={me}
        crumb={<Crumb>Desk</Crumb>}
        actions={
          <LinkButton href="/articles/new" variant="primary">
            New article
          </LinkButton>
        }
      />
      <Board me={me} servedAt={await pageNow()} />
    </Preloaded>
  );
}

type Given = Record<string, string | string[] | undefined>;

/** Of a name given twice, the first. */
function asAddress(given: Given): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) address.set(name, first);
  }
  return address;
}
