/**
 * Limits on failed attempts only: somebody who knows the password is never kept out by others who guess at it, because
 * guesses count per address and per account and address together, never per account alone.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refusal } from '@/domain/refusal';
import { addressGroup } from '@/server/http/address';
import { takePlace } from '@/server/rate-limit';

const WINDOW_SECONDS = 15 * 60;
/** A newsroom behind one address mistypes now and then; a guesser needs thousands. */
const PER_ADDRESS = 100;
const PER_ACCOUNT_AND_ADDRESS = 10;

export interface Attempts {
  /**
   * Runs an attempt that gives undefined when it fails. The place is taken before it runs, so that guesses sent at once
   * count too, and given back when it succeeds. Refuses with 429 once too many have failed.
   */
  attempt<Result>(
    from: { readonly address: string; readonly account?: string },
    work: () => Promise<Result | undefined>,
  ): Promise<Result | undefined>;
}

/** Limits kept in this process's memory; they begin anew with it. */
export function makeAttempts(): Attempts {
  const byAddress = new RateLimiterMemory({ points: PER_ADDRESS, duration: WINDOW_SECONDS });
  const byAccount = new RateLimiterMemory({ points: PER_ACCOUNT_AND_ADDRESS, duration: WINDOW_SECONDS });
  return {
    async attempt({ address, account }, work) {
      const group = addressGroup(address);
      const places: [RateLimiterMemory, string][] = [[byAddress, group]];
      if (account !== undefined) places.push([byAccount, `${group} ${account}`]);
      for (const [limiter, key] of places) await take(limiter, key);
      let failed = false;
      try {
        const result = await work();
        failed = result === undefined;
        return result;
      } finally {
        if (!failed) for (const [limiter, key] of places) await limiter.reward(key);
      }
    },
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  const retryAfter = await takePlace(limiter, key);
  if (retryAfter === 0) return;
  const minutes = Math.ceil(retryAfter / 60);
  throw new Refusal(
    'too-many-attempts',
    `Too many attempts failed. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again.`,
    { retryAfter },
  );
}
