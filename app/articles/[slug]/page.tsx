/** The annotation desk. The text and the first marks come with the page; all else through the queries. */
import type { Metadata } from 'next';
import { cache } from 'react';
import { Desk } from '@/components/desk/desk';
import { parseMarkFilter } from '@/components/desk/filter-query';
import { firstMarks } from '@/components/desk/first-marks';
import { AnnotationList, listAnnotations } from '@/domain/contract/annotations';
import { readArticle } from '@/domain/contract/articles';
import { readMe } from '@/domain/contract/people';
import * as annotations from '@/server/annotations';
import * as articles from '@/server/articles';
import { readForPage } from '@/server/page';
import { me as readMyself } from '@/server/service';

interface Props {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Up to this many marks the page brings all of them whole, so that the cards need no request either. */
const WHOLE_MARKS = 300;

/** The article, read once for the page and its title. */
const articleOf = cache((slug: string) => readForPage(readArticle, articles.read, { params: { id: slug } }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { headline } = await articleOf((await params).slug);
  return { title: headline };
}

export default async function Page({ params, searchParams }: Props) {
  const { slug } = await params;
  const [me, article, reply, query] = await Promise.all([
    readForPage(readMe, readMyself),
    articleOf(slug),
    readForPage(listAnnotations, annotations.list, { params: { id: slug } }),
    searchParams,
  ]);
  const list = AnnotationList.parse(reply);
  const { text: _, ...revision } = article.revision;
  const isWhole = list.items.length <= WHOLE_MARKS;
  return (
    <Desk
      article={{ ...article, revision }}
      list={isWhole ? list : undefined}
      firstMarks={isWhole ? [] : firstMarks(revision.blocks, list.items)}
      filters={parseMarkFilter(asSearchParams(query))}
      me={me}
    />
  );
}

function asSearchParams(query: Awaited<Props['searchParams']>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value])),
  );
}
