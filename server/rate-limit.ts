/** Limits on how often something is done, kept in this process's memory. */
import { type RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Takes a place of the key's; gives 0, or how many seconds to wait until there is one again. */
export async function takePlace(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
  }
}
