import { Crumb } from '@/components/header/crumb';
import { Header } from '@/components/header/header';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { readMe } from '@/domain/contract/people';
import { readForPage } from '@/server/page';
import { me as answerMe } from '@/server/service';

/** What a page is to somebody whose role does not suffice; so far those are the admins' pages. */
export default async function Forbidden() {
  const me = await readForPage(readMe, answerMe);
  return (
    <>
      <Header me={me} crumb={<Crumb href="/">Desk</Crumb>} />
      <main id="content">
        <EmptyState
          level={1}
          title="This page is for admins"
          action={<LinkButton href="/">Go to the desk</LinkButton>}
        >
          Ask one of them to add somebody, change a role or make a new set-up link.
        </EmptyState>
      </main>
    </>
  );
}
