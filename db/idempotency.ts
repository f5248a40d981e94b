/** The answers already given to a person's writes, so that a repeated write has no second effect. */
import { and, eq, lt } from 'drizzle-orm';
import type { Sql } from './database';
import { givenRow, givenText } from './given';
import type { Tables } from './tables';

export type IdempotencyRow = Tables['idempotency']['$inferSelect'];

const DAYS_KEPT = 7;
const DAY = 24 * 60 * 60 * 1000;

/** The answer given to this person's write under this key, if there was one in the last seven days. */
export async function findAnswer(sql: Sql, userId: string, key: string): Promise<IdempotencyRow | undefined> {
  const [row] = await sql.ask(answerByKey, { userId, key });
  return row;
}

const answerByKey = (sql: Sql) => {
  const { idempotency } = sql.tables;
  return sql
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.userId, givenText('userId')), eq(idempotency.key, givenText('key'))));
};

/** Keeps an answer. Only inside the transaction of the write that it answers. */
export async function keepAnswer(sql: Sql, row: IdempotencyRow): Promise<void> {
  await sql.ask(insertion, row);
}

const insertion = (sql: Sql) => sql.insert(sql.tables.idempotency).values(givenRow(sql.tables.idempotency));

/** Forgets answers older than seven days. */
export async function forgetOldAnswers(sql: Sql, now: Date): Promise<void> {
  const table = sql.tables.idempotency;
  const before = new Date(now.getTime() - DAYS_KEPT * DAY).toISOString();
  await sql.delete(table).where(lt(table.at, before));
}
