'use client';

import { useState } from 'react';
import { signIn } from './sign-in';
import { sayOutcome } from './sign-in-words';

/** The state of signing in: whether an attempt runs, what went wrong with the last, and the attempt itself. */
export function useSignIn(next: string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  /** Gives whether the person is in. */
  async function attempt(email: string, password: string): Promise<boolean> {
    setBusy(true);
    setProblem(undefined);
    const outcome = await signIn(email, password);
    if (outcome.is === 'signedIn') {
      // A whole new page, so that nothing read before stays in memory.
      window.location.assign(next);
      return true;
    }
    setBusy(false);
    setProblem(sayOutcome(outcome));
    return false;
  }

  return { busy, problem, attempt };
}
