'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { fetchSurely } from '@/components/data/fetch-surely';
import { useConnection } from '@/components/data/live/connection';
import { wholeState } from '@/components/data/outbox/save-state';
import { tellSession } from '@/components/data/session';
import { useOutbox, useOutboxView } from '@/components/data/unsent-stores';
import { Button } from '@/components/ui/button';
import type { Me } from '@/domain/contract/people';
import { stateWords } from './state-words';
import { useLeaveGuard } from './use-leave-guard';

/** Fetched when it is first opened. */
const UnsentDialog = dynamic(
  () => fetchSurely(() => import('./unsent-dialog')).then((file) => file.UnsentDialog),
  { ssr: false },
);

const dots = { good: 'bg-good', busy: 'bg-pencil', bad: 'bg-bad', none: 'bg-transparent' } as const;

/**
 * Whether what the person did is on the desk: Saved, Saving, or what is in the way and what can be done. It speaks for
 * everything that they have unsent in this browser, so that Saved is said only when the desk acknowledged all of it.
 */
export function StateLine({
  me,
  saysSaved = false,
}: {
  readonly me: Me;
  /** Also while nothing was ever unsent; elsewhere the line then says nothing. */
  readonly saysSaved?: boolean;
}) {
  const outbox = useOutbox();
  const view = useOutboxView();
  const connection = useConnection();
  useLeaveGuard();
  const [open, setOpen] = useState(false);
  const [wasOpen, keepMounted] = useState(false);
  if (open && !wasOpen) keepMounted(true);

  const state = wholeState(view);
  const { whole, short, tone } = stateWords(state, connection);
  const hasUnsent = state.is === 'held' || state.is === 'undecided';
  const isQuiet = !saysSaved && view.boxes.length === 0 && tone !== 'bad';
  const needsSignIn = state.is === 'held' && (state.why === 'signIn' || state.why === 'otherPerson');
  return (
    <div className="flex min-w-0 items-center gap-2 text-soft">
      <span role="status" aria-label="State of your work" className="flex min-w-0 items-center gap-1.5">
        {!isQuiet && (
          <>
            <span aria-hidden="true" className={`size-1.5 shrink-0 rounded-full ${dots[tone]}`} />
            <span className={short === whole ? 'truncate' : 'truncate max-sm:sr-only'}>{whole}</span>
            {short !== whole && (
              <span aria-hidden="true" className="whitespace-nowrap sm:hidden">
                {short}
              </span>
            )}
          </>
        )}
      </span>
      {needsSignIn && <Button onClick={() => tellSession('signInWanted')}>Sign in</Button>}
      {state.is === 'held' && !needsSignIn && (
        <Button className="max-sm:hidden" onClick={outbox.wake}>
          Retry
        </Button>
      )}
      {hasUnsent && (
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          Show
        </Button>
      )}
      {wasOpen && <UnsentDialog me={me} open={open} onOpenChange={setOpen} />}
    </div>
  );
}
