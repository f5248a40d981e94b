'use client';

import { useState } from 'react';
import { signIn } from './sign-in';
import { sayOutcome } from './sign-in-words';

/**
 * The state of signing in: whether an attempt runs, what went wrong with the last, and the attempt itself. `enter` is
 * what follows when the desk has let somebody in; it gives what went wrong after all, if anything did.
 */
export function useSignIn(enter: () => Promise<string | undefined> | undefined) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  /** Gives whether the person is in. */
  async function attempt(email: string, password: string): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    const outcome = await signIn(email, password);
    const wrong = outcome.is === 'signedIn' ? await enter() : sayOutcome(outcome);
    // Who is in stays busy: the page or the dialog goes.
    if (wrong === undefined) return true;
    setBusy(false);
    setProblem(wrong);
    return false;
  }

  return { busy, problem, attempt };
}
