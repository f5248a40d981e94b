'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { fetchSurely } from '@/components/data/fetch-surely';
import type { Me } from '@/components/data/me';
import { useKeepPlace } from './use-keep-place';
import { usePause } from './use-pause';
import { useSession } from './use-session';

/** Fetched when a session has ended: no page opens with it. */
const SignInAgain = dynamic(
  () => fetchSurely(() => import('./sign-in-again')).then((file) => file.SignInAgain),
  { ssr: false },
);

/** Asks for sign-in over the page when the session has ended or somebody else's has begun; once, for whatever noticed. */
export function SessionWatch({ me }: { readonly me: Me }) {
  const [isAsked, ask] = useState(true);
  const session = useSession(me, ask);
  // Whoever is typing must not find the rest of their sentence in the field of the password.
  const isCalm = usePause(session.is !== 'open');
  const isOpen = session.is !== 'open' && isAsked && isCalm;
  useKeepPlace(isOpen);
  const [wasOpen, keepMounted] = useState(false);
  if (isOpen && !wasOpen) keepMounted(true);
  if (!wasOpen) return null;
  return (
    <SignInAgain
      me={me}
      {...(session.is === 'taken' && { takenBy: session.by })}
      open={isOpen}
      onOpenChange={ask}
      onSignedIn={session.renew}
    />
  );
}
