import type { SignInOutcome } from './sign-in';

/** What is said about an attempt that did not let anybody in: what happened and what to do. */
export function sayOutcome(outcome: Exclude<SignInOutcome, { is: 'signedIn' }>): string {
  switch (outcome.is) {
    case 'wrong':
      return 'The e-mail address or the password is wrong.';
    case 'tooMany':
      return `Too many attempts failed. Try again ${sayWait(outcome.seconds)}.`;
    case 'failed':
      return outcome.why === 'network'
        ? 'The desk cannot be reached. Check your connection and try again.'
        : 'The desk has a problem of its own. Try again in a moment.';
  }
}

function sayWait(seconds: number | undefined): string {
  if (seconds === undefined) return 'later';
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`;
}
