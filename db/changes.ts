/** The append-only log of who did what, hash-chained within each log. */
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { changeHash, FIRST_HASH, type HashedChange } from '@/domain/change';
import type { Sql } from './database';
import { given, givenRow, givenText } from './given';
import type { Tables } from './tables';

/** What is to be logged; position and hash follow from the log. */
export type NewChange = Omit<HashedChange, 'position' | 'before' | 'after'> & {
  /** Whole states; null where there was or is none. */
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
};

export type ChangeRow = Tables['change']['$inferSelect'];

/** Appends a change to its log and gives its position there. Only inside `transact`. */
export async function appendChange(sql: Sql, change: NewChange): Promise<number> {
  const [newest] = await sql.ask(newestOfLog, { log: change.log });
  const position = (newest?.position ?? 0) + 1;
  const previousHash = newest?.hash ?? FIRST_HASH;
  const hash = changeHash(previousHash, { ...change, position });
  await sql.ask(insertion, { ...change, position, previousHash, hash });
  return position;
}

const newestOfLog = (sql: Sql) => {
  const { change } = sql.tables;
  return sql
    .select({ position: change.position, hash: change.hash })
    .from(change)
    .where(eq(change.log, givenText('log')))
    .orderBy(desc(change.position))
    .limit(1);
};

const insertion = (sql: Sql) => {
  // The database gives `seq`.
  const { seq: _, ...row } = givenRow(sql.tables.change);
  return sql.insert(sql.tables.change).values(row);
};

/** The changes of a log after a position, in order, at most `limit`. */
export async function readLog(
  sql: Sql,
  log: string,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<ChangeRow[]> {
  const table = sql.tables.change;
  return sql
    .select()
    .from(table)
    .where(and(eq(table.log, log), gt(table.position, after)))
    .orderBy(asc(table.position))
    .limit(limit);
}

/** Which logs grew after a number across logs, in order, at most `limit` lines. */
export async function listNewLines(
  sql: Sql,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Pick<ChangeRow, 'seq' | 'log' | 'position' | 'action' | 'subjectId'>[]> {
  return sql.ask(newLines, { after, limit });
}

const newLines = (sql: Sql) => {
  const { seq, log, position, action, subjectId } = sql.tables.change;
  return sql
    .select({ seq, log, position, action, subjectId })
    .from(sql.tables.change)
    .where(gt(seq, given('after')))
    .orderBy(asc(seq))
    .limit(given('limit'));
};

/** The number across logs of the newest change; 0 when there is none. */
export async function findNewestLine(sql: Sql): Promise<number> {
  const [newest] = await sql.ask(newestLine, {});
  return newest?.seq ?? 0;
}

const newestLine = (sql: Sql) => {
  const { change } = sql.tables;
  return sql.select({ seq: change.seq }).from(change).orderBy(desc(change.seq)).limit(1);
};

/** The changes of one thing, oldest first, after a number across logs, at most `limit`. */
export async function readHistory(
  sql: Sql,
  subjectId: string,
  { after = 0, limit }: { after?: number; limit: number },
): Promise<ChangeRow[]> {
  const table = sql.tables.change;
  return sql
    .select()
    .from(table)
    .where(and(eq(table.subjectId, subjectId), gt(table.seq, after)))
    .orderBy(asc(table.seq))
    .limit(limit);
}

/** Why a log cannot be trusted, at its first bad row; undefined when it is whole. */
export async function findBreak(
  sql: Sql,
  log: string,
): Promise<{ readonly position: number; readonly what: string } | undefined> {
  let previousHash = FIRST_HASH;
  let position = 0;
  for (;;) {
    const rows = await readLog(sql, log, { after: position, limit: 500 });
    if (rows.length === 0) return undefined;
    for (const row of rows) {
      position += 1;
      if (row.position !== position) return { position, what: 'is missing' };
      if (row.previousHash !== previousHash) return { position, what: 'does not follow from the one before' };
      if (row.hash !== changeHash(previousHash, row)) return { position, what: 'is not what was written' };
      previousHash = row.hash;
    }
  }
}
