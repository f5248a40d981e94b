'use client';

import { useEffect } from 'react';
import { useKeepPage } from '@/components/offline/use-keep-page';
import { SessionWatch } from '@/components/sign-in/session-watch';
import { useLive } from './live/live';
import type { Me } from './me';
import { useDrain } from './outbox/use-drain';
import { setPagePerson } from './page-person';

/** What every page behind sign-in does beside what it shows. */
export function Together({ me }: { readonly me: Me }) {
  useEffect(() => setPagePerson(me), [me]);
  useLive(me.id);
  useDrain(me);
  useKeepPage(me.id);
  return <SessionWatch me={me} />;
}
