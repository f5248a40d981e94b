/** Who is signed in. Rows are found by the SHA-256 of the id that the cookie holds. */
import { eq, lt, or } from 'drizzle-orm';
import type { Sql } from '@/db/database';
import { given } from '@/db/given';

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
    .where(eq(session.hash, given('hash')));
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
