/** The one place that recognises a row refused because another has the same key, whichever engine refused it. */
import { isUniqueFailure } from './sqlite/failures';

/**
 * Whether an error says that a row with the same key is there already. Let the error leave the work before asking: not
 * every engine goes on with a transaction after it.
 */
export function isUniqueViolation(error: unknown): boolean {
  return isUniqueFailure(error);
}
