import { expect, test } from 'vitest';
import type { SignInOutcome } from './sign-in';
import { sayOutcome } from './sign-in-words';

const cases: readonly { outcome: Exclude<SignInOutcome, { is: 'signedIn' }>; says: RegExp }[] = [
  { outcome: { is: 'wrong' }, says: /e-mail address or the password is wrong/ },
  { outcome: { is: 'tooMany', seconds: 1 }, says: /Try again in a minute\./ },
  { outcome: { is: 'tooMany', seconds: 61 }, says: /Try again in 2 minutes\./ },
  { outcome: { is: 'tooMany', seconds: undefined }, says: /Try again later\./ },
  { outcome: { is: 'failed', why: 'network' }, says: /cannot be reached/ },
  { outcome: { is: 'failed', why: 'server' }, says: /problem of its own/ },
];

test.each(cases)('$outcome is said as $says', ({ outcome, says }) => {
  expect(sayOutcome(outcome)).toMatch(says);
});
