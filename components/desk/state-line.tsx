'use client';

import { useSaveState } from '@/components/data/annotation-writes';
import { tellSession } from '@/components/data/session';
import type { Hold, SaveState } from '@/components/data/unsent';
import { useUnsentStore } from '@/components/data/unsent-stores';
import { Button } from '@/components/ui/button';
import { useDeskState } from './desk-state';
import { useLeaveGuard } from './use-leave-guard';

/** Whether what the person did is on the desk: Saved, Saving, or what went wrong and what can be done. */
export function StateLine({ articleId }: { readonly articleId: string }) {
  const state = useSaveState(articleId);
  const store = useUnsentStore(articleId);
  const choose = useDeskState((desk) => desk.choose);
  useLeaveGuard();
  return (
    <div className="flex min-w-0 items-center gap-2 text-soft">
      <span role="status" className="flex min-w-0 items-center gap-1.5">
        <span aria-hidden="true" className={`size-1.5 shrink-0 rounded-full ${dots[state.is]}`} />
        <span className={isLong(state) ? 'max-sm:sr-only' : 'truncate'}>{stateWords(state)}</span>
        {isLong(state) && (
          <span aria-hidden="true" className="whitespace-nowrap sm:hidden">
            {state.unsent} unsent
          </span>
        )}
      </span>
      {state.is === 'held' && state.why === 'signIn' && (
        <Button onClick={() => tellSession('signInWanted')}>Sign in</Button>
      )}
      {state.is === 'held' && <Button onClick={store.retry}>Retry</Button>}
      {state.is === 'undecided' && <Button onClick={() => choose(state.annotationId, 'key')}>Show</Button>}
    </div>
  );
}

const dots = {
  saved: 'bg-good',
  saving: 'bg-pencil',
  held: 'bg-bad',
  undecided: 'bg-bad',
} as const satisfies Record<SaveState['is'], string>;

/** Whether it takes a whole sentence, for which a phone's header has no room. */
function isLong(state: SaveState): state is Exclude<SaveState, { is: 'saved' | 'saving' }> {
  return state.is === 'held' || state.is === 'undecided';
}

function stateWords(state: SaveState): string {
  switch (state.is) {
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saving…';
    case 'held':
      return `${holdWords[state.why]} ${state.unsent} unsent, kept in this tab.`;
    case 'undecided':
      return `${state.unsent} not saved: it needs you.`;
  }
}

const holdWords = {
  network: 'The desk cannot be reached.',
  server: 'The desk has a problem.',
  signIn: 'You are signed out.',
  otherPerson: 'Somebody else is signed in here now.',
} as const satisfies Record<Hold, string>;
