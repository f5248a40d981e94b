/** Taking an article out of the house: choose, see, download. */
import type { Metadata } from 'next';
import { ExportScreen } from '@/components/export/export-screen';
import { countMarksHere } from '@/components/export/marks-here';
import { Crumb } from '@/components/header/crumb';
import { Header } from '@/components/header/header';
import { listAnnotations } from '@/domain/contract/annotations';
import { readArticle } from '@/domain/contract/articles';
import { readMe } from '@/domain/contract/people';
import { formatsInOrder } from '@/domain/export/formats';
import * as annotations from '@/server/annotations';
import * as articles from '@/server/articles';
import { readForPage } from '@/server/page';
import { me as readMyself } from '@/server/service';

export const metadata: Metadata = { title: 'Export' };

export default async function ExportPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const me = await readForPage(readMe, readMyself);
  const article = await readForPage(readArticle, articles.read, { params: { id: slug } });
  const marks = await readForPage(listAnnotations, annotations.list, {
    params: { id: article.id },
    query: { view: 'marks' },
  });
  return (
    <>
      <Header
        me={me}
        crumb={
          <>
            <Crumb href="/">Desk</Crumb>
            <Crumb href={`/articles/${article.slug}`}>{article.headline}</Crumb>
            <Crumb>Export</Crumb>
          </>
        }
      />
      <ExportScreen
        article={{ id: article.id, slug: article.slug, headline: article.headline, seq: article.seq }}
        marks={countMarksHere(marks.items)}
        formats={formatsInOrder.map(({ id, name, use, extension }) => ({ id, name, use, extension }))}
      />
    </>
  );
}
