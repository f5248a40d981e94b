import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskSettings } from '@/components/admin/desk-settings';
import { People } from '@/components/admin/people';
import { meQuery } from '@/components/data/me';
import { peopleQuery, settingsQuery } from '@/components/data/people';
import { Preloaded } from '@/components/data/preloaded';
import { Crumb } from '@/components/header/crumb';
import { Header } from '@/components/header/header';
import { MOST_LISTED } from '@/domain/contract/operation';
import { listPeople, readMe } from '@/domain/contract/people';
import { mayByRole } from '@/domain/policy';
import { readForPage } from '@/server/page';
import { list } from '@/server/people';
import { me as answerMe } from '@/server/service';

export const metadata: Metadata = { title: 'People and settings' };

export default async function AdminPage() {
  const me = await readForPage(readMe, answerMe);
  if (!mayByRole(me.role, 'people.manage').allowed) forbidden();
  const people = await readForPage(listPeople, list, { query: { limit: MOST_LISTED } });
  return (
    <Preloaded
      queries={[
        [meQuery.queryKey, me],
        [peopleQuery.queryKey, people],
        [settingsQuery.queryKey, me.settings],
      ]}
    >
      <Header
        me={me}
        crumb={
          <>
            <Crumb href="/">Desk</Crumb>
            <Crumb>People and settings</Crumb>
          </>
        }
      />
      <main id="content" className="mx-auto max-w-4xl px-6 py-9 max-sm:px-4 max-sm:py-6">
        <h1 className="mb-8 font-semibold font-text text-title tracking-[-0.015em]">People and settings</h1>
        <People meId={me.id} />
        <DeskSettings />
      </main>
    </Preloaded>
  );
}
