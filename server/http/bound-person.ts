/** Whether whoever is signed in is who made the request. */
import { ACTOR_HEADER } from '@/domain/contract/operation';
import type { Actor } from '@/domain/person';
import { Refusal } from '@/domain/refusal';

/**
 * Refuses a request that names another person than the session: it was made by somebody who has since given place to
 * another in the same browser, and would be done under the wrong name. A request that names nobody is the session's.
 */
export function checkBoundPerson(headers: Headers, { id, name }: Actor): void {
  const made = headers.get(ACTOR_HEADER);
  if (made === null || made.trim().toLowerCase() === id) return;
  throw new Refusal(
    'other-person',
    `Somebody else made this than ${name}, who is signed in now; nothing was written. Sign in as whoever made it.`,
  );
}
