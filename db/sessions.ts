/** Who is signed in. Rows are found by the SHA-256 of the id that the cookie holds. */
import { eq, inArray, lt, or } from 'drizzle-orm';
import type { Sql } from '@/db/database';
import { given, givenText } from '@/db/given';

/** A session with the person it belongs to. */
export async function findSession(sql: Sql, hash: string) {
  const [found] = await sql.ask(sessionByHash, { hash });
  return found;
}

const sessionByHash = (sql: Sql) => {
  const { session, user } = sql.tables;
  return sql
    .select({
      seenAt: session.seenAt,
      expiresAt: session.expiresAt,
      disabled: user.disabled,
      person: { id: user.id, name: user.name, email: user.email, role: user.role },
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(eq(session.hash, givenText('hash')));
};

/** How many sessions one query asks for. */
const MANY = 100;
const places = Array.from({ length: MANY }, (_, index) => `hash${index}`);

/** What decides whether each of these sessions still lets its person in, by hash; absent where there is none. */
export async function findSessions(
  sql: Sql,
  hashes: readonly string[],
): Promise<Map<string, { readonly seenAt: string; readonly expiresAt: string; readonly disabled: boolean }>> {
  const found = new Map();
  for (let from = 0; from < hashes.length; from += MANY) {
    // Always as many values, so that the query is built once: places without a hash ask for none.
    const values = Object.fromEntries(places.map((name, index) => [name, hashes[from + index] ?? '']));
    for (const { hash, ...session } of await sql.ask(sessionsByHash, values)) found.set(hash, session);
  }
  return found;
}

const sessionsByHash = (sql: Sql) => {
  const { session, user } = sql.tables;
  return sql
    .select({
      hash: session.hash,
      seenAt: session.seenAt,
      expiresAt: session.expiresAt,
      disabled: user.disabled,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.userId))
    .where(inArray(session.hash, places.map(given)));
};

export async function insertSession(
  sql: Sql,
  row: {
    readonly hash: string;
    readonly userId: string;
    readonly createdAt: string;
    readonly expiresAt: string;
  },
): Promise<void> {
  await sql.insert(sql.tables.session).values({ ...row, seenAt: row.createdAt });
}

export async function touchSession(sql: Sql, hash: string, seenAt: string): Promise<void> {
  const { session } = sql.tables;
  await sql.update(session).set({ seenAt }).where(eq(session.hash, hash));
}

export async function deleteSession(sql: Sql, hash: string): Promise<void> {
  const { session } = sql.tables;
  await sql.delete(session).where(eq(session.hash, hash));
}

/** Ends every session of a person. */
export async function deleteSessionsOf(sql: Sql, userId: string): Promise<void> {
  const { session } = sql.tables;
  await sql.delete(session).where(eq(session.userId, userId));
}

/** Removes what has ended by itself: expired by now, or last seen before `seenBefore`. */
export async function deleteEndedSessions(sql: Sql, now: string, seenBefore: string): Promise<void> {
  const { session } = sql.tables;
  await sql.delete(session).where(or(lt(session.expiresAt, now), lt(session.seenAt, seenBefore)));
}
