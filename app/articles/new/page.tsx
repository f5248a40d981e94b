import type { Metadata } from 'next';
import { QueryProvider } from '@/components/data/query-client';
import { ImportDesk } from '@/components/import/import-desk';
import { readMe } from '@/domain/contract/people';
import { readForPage } from '@/server/page';
import { me as answerMe } from '@/server/service';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticlePage() {
  const me = await readForPage(readMe, answerMe);
  return (
    <QueryProvider>
      <ImportDesk me={me} />
    </QueryProvider>
  );
}
