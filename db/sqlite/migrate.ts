/**
 * Brings a database to the program's version: backup first, then all statements in one transaction with foreign keys
 * off (a rebuilt table would otherwise take its dependants with it), and nothing is kept unless every key still
 * resolves and every table has as many rows as before.
 */
import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import type { Connection } from './driver';
import type { Migration } from './migrations';

/** Marks a file as Bluepencil's, in the header's application id: "Blue". */
export const APPLICATION_ID = 0x42_6c_75_65;

/** The number of migrations that the database has seen. */
export function versionOf(connection: Connection): number {
  return z.number().parse(connection.pragma('user_version', { simple: true }));
}

/**
 * Applies what the database has not seen. `backUp` is called before anything changes in a database that has content,
 * and gives the name of the copy, for the message if something fails. Refuses, with the database as it was, when a
 * migration breaks keys or loses rows.
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  backUp: (version: number) => string,
): void {
  const from = versionOf(connection);
  if (from >= migrations.length) return;
  const backup = from === 0 ? undefined : backUp(from);
  // Neither may change inside a transaction.
  connection.pragma('foreign_keys = OFF');
  try {
    const before = countRows(connection);
    connection.exec('BEGIN IMMEDIATE');
    for (const { statements } of migrations.slice(from)) {
      for (const statement of statements) connection.exec(statement);
    }
    refuseBrokenKeys(connection);
    refuseLostRows(before, countRows(connection));
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    connection.pragma(`user_version = ${migrations.length}`);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    const why = error instanceof Error ? error.message : String(error);
    const copy = backup === undefined ? '' : ` A copy from before the attempt is ${backup}.`;
    const refusal = new Refusal(
      'unavailable',
      `The database could not be brought from version ${from} to ${migrations.length}: ${why}. It is as it was; go on with the program's former version and report this.${copy}`,
    );
    refusal.cause = error;
    throw refusal;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

const Names = z.array(z.object({ name: z.string() }));
const Count = z.object({ rows: z.number() });

function countRows(connection: Connection): ReadonlyMap<string, number> {
  const tables = Names.parse(
    connection
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
      )
      .all(),
  );
  return new Map(
    tables.map(({ name }) => [
      name,
      Count.parse(connection.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()).rows,
    ]),
  );
}

function refuseLostRows(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
  for (const [table, rows] of before) {
    const now = after.get(table) ?? 0;
    if (now !== rows) throw new Error(`table ${table} had ${rows} rows and would have ${now}`);
  }
}

function refuseBrokenKeys(connection: Connection): void {
  const broken = z.array(z.looseObject({ table: z.string() })).parse(connection.pragma('foreign_key_check'));
  const first = broken[0];
  if (first !== undefined)
    throw new Error(`${broken.length} foreign keys would break, first in ${first.table}`);
}
