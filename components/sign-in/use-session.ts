import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useConnection } from '@/components/data/live/connection';
import { type Me, meQuery } from '@/components/data/me';
import { onSession, tellSession } from '@/components/data/session';
import { isRefusal } from '@/domain/refusal';

/** How it stands with the session that the page was opened in. */
export type Session = {
  /** Takes in who has signed in; whatever failed without a session is asked again. */
  readonly renew: (present: Me) => void;
} & (
  | { readonly is: 'open' }
  | { readonly is: 'ended' }
  /** Somebody else has signed in with this browser. */
  | { readonly is: 'taken'; readonly by: Me }
);

/**
 * The session of the person who opened the page, by what the desk answers to the question who is here. That is asked
 * whenever something doubts it, and when the tab is looked at again. `ask` is told when the person is to be asked to
 * sign in: whenever a session has ended anew, and when they want to.
 */
export function useSession(me: Me, ask: (isAsked: boolean) => void): Session {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    ...meQuery,
    initialData: me,
    refetchOnWindowFocus: ({ state }) => (isSignedOut(state.error) ? 'always' : true),
  });
  const state = data.id !== me.id ? 'taken' : isSignedOut(error) ? 'ended' : 'open';

  const before = useRef(state);
  useEffect(() => {
    if (before.current !== 'open' && state === 'open') {
      ask(true);
      tellSession('signedInAgain');
      void client.invalidateQueries({ predicate: (query) => isSignedOut(query.state.error) });
    }
    before.current = state;
  }, [state, ask, client]);

  const isCutOff = useConnection() === 'signedOut';
  useEffect(() => {
    const check = () => void refetch({ cancelRefetch: false });
    if (isCutOff) check();
    const stopDoubting = onSession('doubted', check);
    const stopWanting = onSession('signInWanted', () => {
      ask(true);
      check();
    });
    return () => {
      stopDoubting();
      stopWanting();
    };
  }, [isCutOff, refetch, ask]);

  const renew = useCallback((present: Me) => void client.setQueryData(meQuery.queryKey, present), [client]);
  return state === 'taken' ? { is: state, by: data, renew } : { is: state, renew };
}

function isSignedOut(error: unknown): boolean {
  return isRefusal(error) && error.code === 'not-signed-in';
}
