/**
 * One-time links through which people choose their password. A link's token follows from a seed and the desk's secret,
 * so that an answer repeated under an idempotency key can name it again while nothing that is stored lets anybody in.
 */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Sql } from '@/db/database';
import { endSetUpLinks, findSetUpLink, insertSetUpLink, type UserRow } from '@/db/people';
import type { House } from '@/server/house';

/** How long a link works (milliseconds). */
const LIFETIME = 7 * 24 * 60 * 60 * 1000;

/** Makes the one link of a person that works from now on, inside a transaction; gives its seed. */
export async function makeSetUpLink(
  sql: Sql,
  { authSecret }: Pick<House, 'authSecret'>,
  userId: string,
  now: string,
): Promise<string> {
  const seed = randomUUID();
  await endSetUpLinks(sql, userId, now);
  const expiresAt = new Date(Date.parse(now) + LIFETIME).toISOString();
  await insertSetUpLink(sql, { hash: hashOf(tokenOf(authSecret, seed)), userId, createdAt: now, expiresAt });
  return seed;
}

/** The address that a link's seed stands for. */
export function setUpUrl({ authSecret, env }: Pick<House, 'authSecret' | 'env'>, seed: string): string {
  return `${env.baseUrl}/set-up/${tokenOf(authSecret, seed)}`;
}

/** Whose link a token is, if it works now. Disabled people have none. */
export async function personOfSetUp(sql: Sql, token: string, now: string): Promise<UserRow | undefined> {
  const user = await findSetUpLink(sql, hashOf(token), now);
  return user?.disabled === true ? undefined : user;
}

function tokenOf(secret: string, seed: string): string {
  return createHmac('sha256', secret).update(`set-up ${seed}`).digest('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
