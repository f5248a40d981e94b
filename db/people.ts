/** The people of the desk, and the one-time links through which they choose a password. */
import { and, asc, count, eq, gt, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Sql } from '@/db/database';
import type { Tables } from '@/db/tables';
import type { Person } from '@/domain/person';

export type UserRow = Tables['user']['$inferSelect'];

export async function findUser(sql: Sql, id: string): Promise<UserRow | undefined> {
  const { user } = sql.tables;
  const [row] = await sql.select().from(user).where(eq(user.id, id));
  return row;
}

/** The person with this e-mail address, which is given in lower case. */
export async function findUserByEmail(sql: Sql, email: string): Promise<UserRow | undefined> {
  const { user } = sql.tables;
  const [row] = await sql.select().from(user).where(eq(user.email, email));
  return row;
}

/** Names of people, by id. */
export async function findPeople(sql: Sql, ids: ReadonlySet<string>): Promise<Map<string, Person>> {
  if (ids.size === 0) return new Map();
  const { user } = sql.tables;
  const rows = await sql
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(inArray(user.id, [...ids]));
  return new Map(rows.map((person) => [person.id, person]));
}

/** People in the order in which they were added, after the given one, at most `limit`. */
export async function listUsers(
  sql: Sql,
  {
    after,
    limit,
  }: {
    readonly after: { readonly createdAt: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<UserRow[]> {
  const { user } = sql.tables;
  const later =
    after === undefined
      ? undefined
      : or(
          gt(user.createdAt, after.createdAt),
          and(eq(user.createdAt, after.createdAt), gt(user.id, after.id)),
        );
  return sql.select().from(user).where(later).orderBy(asc(user.createdAt), asc(user.id)).limit(limit);
}

export async function insertUser(sql: Sql, row: UserRow): Promise<void> {
  await sql.insert(sql.tables.user).values(row);
}

export async function updateUser(
  sql: Sql,
  id: string,
  change: Partial<Omit<UserRow, 'id' | 'createdAt'>>,
): Promise<void> {
  const { user } = sql.tables;
  await sql.update(user).set(change).where(eq(user.id, id));
}

/** How many admins can sign in: not disabled, with a password. */
export async function countActingAdmins(sql: Sql): Promise<number> {
  const { user } = sql.tables;
  return sql.$count(
    user,
    and(eq(user.role, 'admin'), eq(user.disabled, false), isNotNull(user.passwordHash)),
  );
}

/** Whether anybody has ever chosen a password. */
export async function hasAnybody(sql: Sql): Promise<boolean> {
  const { user } = sql.tables;
  const [found] = await sql.select({ people: count() }).from(user).where(isNotNull(user.passwordHash));
  return (found?.people ?? 0) > 0;
}

/** The admin who was added first, whether they can sign in or not; not disabled. */
export async function findFirstAdmin(sql: Sql): Promise<UserRow | undefined> {
  const { user } = sql.tables;
  const [row] = await sql
    .select()
    .from(user)
    .where(and(eq(user.role, 'admin'), eq(user.disabled, false)))
    .orderBy(asc(user.createdAt), asc(user.id))
    .limit(1);
  return row;
}

/** A link that still works: not used, not expired; with the person it is for. */
export async function findSetUpLink(sql: Sql, hash: string, now: string): Promise<UserRow | undefined> {
  const { setUpLink, user } = sql.tables;
  const [found] = await sql
    .select({ user })
    .from(setUpLink)
    .innerJoin(user, eq(user.id, setUpLink.userId))
    .where(and(eq(setUpLink.hash, hash), isNull(setUpLink.usedAt), gt(setUpLink.expiresAt, now)));
  return found?.user;
}

export async function insertSetUpLink(
  sql: Sql,
  row: {
    readonly hash: string;
    readonly userId: string;
    readonly createdAt: string;
    readonly expiresAt: string;
  },
): Promise<void> {
  await sql.insert(sql.tables.setUpLink).values(row);
}

/** Takes every link of a person out of use. */
export async function endSetUpLinks(sql: Sql, userId: string, usedAt: string): Promise<void> {
  const { setUpLink } = sql.tables;
  await sql
    .update(setUpLink)
    .set({ usedAt })
    .where(and(eq(setUpLink.userId, userId), isNull(setUpLink.usedAt)));
}
