/**
 * Sessions: who a cookie stands for. next-auth wraps the cookie; what is inside is an opaque id, and our table alone
 * decides, on every request, whether it still lets somebody in.
 */
import { createHash, randomBytes } from 'node:crypto';
import { decode } from 'next-auth/jwt';
import type { Sql } from '@/db/database';
import { deleteEndedSessions, deleteSession, findSession, insertSession, touchSession } from '@/db/sessions';
import type { Actor } from '@/domain/person';
import type { House } from '@/server/house';
import { readCookies } from '@/server/http/cookies';
import { Recent } from '@/server/recent';
import { endOfSession, idleSince, isLive, isWorthNoting } from '@/server/session-times';

/** Under TLS the browser itself holds the cookie to this host (`__Host-`). */
export function cookieName(baseUrl: string, name: 'session-token' | 'csrf-token' | 'callback-url'): string {
  return `${isTls(baseUrl) ? '__Host-' : ''}bluepencil.${name}`;
}

/** Whether people reach the desk over TLS. */
export function isTls(baseUrl: string): boolean {
  return baseUrl.startsWith('https:');
}

/** Who sends these cookies; undefined for nobody. */
export async function readActor(house: House, cookies: string | null): Promise<Actor | undefined> {
  return (await readSession(house, cookies))?.actor;
}

/** A session that lets somebody in now. */
export interface Session {
  readonly actor: Actor;
  /** By which the table knows it; lets nobody in by itself. */
  readonly hash: string;
}

/**
 * The session that these cookies stand for, if it lets somebody in. What the browser asks by itself, whether anybody is
 * there or not, is `background` and does not count as using it.
 */
export async function readSession(
  house: House,
  cookies: string | null,
  { background = false }: { readonly background?: boolean } = {},
): Promise<Session | undefined> {
  const id = await sessionIdIn(house, cookies);
  if (id === undefined) return undefined;
  const actor = await actorOf(house, id, { background });
  return actor === undefined ? undefined : { actor, hash: hashOf(id) };
}

/** The opaque session id inside a request's cookies, live or not. */
export async function sessionIdIn(house: House, cookies: string | null): Promise<string | undefined> {
  if (cookies === null) return undefined;
  const token = readCookies(cookies)[cookieName(house.env.baseUrl, 'session-token')];
  return token === undefined ? undefined : sessionIdOf(house.authSecret, token);
}

/** What tokens were found to carry, so that each is decrypted once: what it means is asked anew every time. */
const decrypted = new Recent<string>(2000);

/** The opaque session id that a next-auth token carries; undefined for a token that is not ours. */
export async function sessionIdOf(secret: string, token: string): Promise<string | undefined> {
  const key = hashOf(`${secret} ${token}`);
  const known = decrypted.get(key);
  if (known !== undefined) return known;
  const id = await decrypt(secret, token);
  if (id !== undefined) decrypted.keep(key, id);
  return id;
}

async function decrypt(secret: string, token: string): Promise<string | undefined> {
  try {
    const id = (await decode({ token, secret }))?.['sid'];
    return typeof id === 'string' ? id : undefined;
  } catch {
    // Whatever cannot be decrypted was not made here, or has expired: it stands for nobody.
    return undefined;
  }
}

/** Whom a session id lets in now. */
export async function actorOf(
  house: House,
  id: string,
  { background = false }: { readonly background?: boolean } = {},
): Promise<Actor | undefined> {
  const hash = hashOf(id);
  const found = await findSession(house.db.sql, hash);
  const now = house.now();
  if (found === undefined || !isLive(found, now)) return undefined;
  if (!background && isWorthNoting(found.seenAt, now)) noteSeen(house, hash, now);
  return found.person;
}

/** Begins a session inside a transaction and gives its id, which is told once. `previous` ends, if given. */
export async function beginSession(
  sql: Sql,
  userId: string,
  now: string,
  previous: string | undefined,
): Promise<string> {
  if (previous !== undefined) await deleteSession(sql, hashOf(previous));
  await deleteEndedSessions(sql, now, idleSince(now));
  const id = randomBytes(32).toString('base64url');
  await insertSession(sql, { hash: hashOf(id), userId, createdAt: now, expiresAt: endOfSession(now) });
  return id;
}

/** Ends a session: from now on its cookie, and every copy of it, lets nobody in. */
export async function endSession(house: House, id: string): Promise<void> {
  await house.db.transact((sql) => deleteSession(sql, hashOf(id)));
}

/** Not waited for: the answer does not depend on it, and a full disk must not keep people from reading. */
function noteSeen(house: House, hash: string, now: string): void {
  house.db
    .transact((sql) => touchSession(sql, hash, now))
    .catch((error: unknown) => house.log.warn({ err: error }, 'A session could not be noted as seen'));
}

function hashOf(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
