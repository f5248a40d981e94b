/** The policy and the versions, enforced. */

import type { Actor } from '@/domain/person';
import { type Action, can, type Subjects } from '@/domain/policy';
import { Refusal, refusals } from '@/domain/refusal';

/**
 * Refuses, with the policy's own reason, what the actor may not do. Where it is the thing's state that forbids it (409),
 * the answer carries `current`, the thing as it stands.
 */
export function demand<A extends Action>(
  actor: Actor,
  action: A,
  subject: Subjects[A],
  current?: unknown,
): void {
  const verdict = can(actor, action, subject);
  if (verdict.allowed) return;
  const extras = refusals[verdict.code].status === 409 && current !== undefined ? { current } : {};
  throw new Refusal(verdict.code, verdict.reason, extras);
}

/** Refuses with 412 what was asked for after seeing another version; the answer carries the present one. */
export function demandVersion(seen: number, current: { readonly version: number }): void {
  if (seen === current.version) return;
  throw new Refusal(
    'stale',
    `You saw version ${seen}; it is ${current.version} now. Look at what changed and try again.`,
    { current },
  );
}
