/** How long to wait before the desk is asked again. */

/** The first pause unless the desk wishes another, in milliseconds. */
export const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/**
 * The pause before the next attempt (milliseconds): `first`, doubled with each failure after the first, at most half a
 * minute, and up to half more or less by `chance` (0 up to 1), so that a desk that comes back is not asked by all at once.
 */
export function pauseAfter(failures: number, first: number, chance: number): number {
  const pause = Math.min(LONGEST_PAUSE, first * 2 ** Math.max(0, failures - 1));
  return pause * (0.5 + chance);
}
