/** Builders over SQLite connections. */
import { BetterSQLite3Database, BetterSQLiteSession } from 'drizzle-orm/better-sqlite3';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { Sql } from '@/db/database';
import type { Connection } from './driver';
import { tables } from './tables';

/** The part of a connection that the builder uses; `transaction` of the ORM is used nowhere. */
type Client = Pick<Connection, 'prepare'>;

/** More than the desk has different statements; only lists of varying length make more. */
const MOST_STATEMENTS = 500;

/** The connection with its prepared statements kept, which saves compiling the same SQL for every query. */
export function keepingStatements(connection: Connection): Client {
  const kept = new Map<string, ReturnType<Connection['prepare']>>();
  return {
    prepare: ((source: string) => {
      const known = kept.get(source);
      if (known !== undefined) {
        // Put last, so that what is used stays.
        kept.delete(source);
        kept.set(source, known);
        return known;
      }
      const statement = connection.prepare(source);
      kept.set(source, statement);
      if (kept.size > MOST_STATEMENTS) kept.delete(kept.keys().next().value ?? source);
      return statement;
      // `prepare` is generic in the types of rows and parameters, which the builder alone knows.
    }) as Connection['prepare'],
  };
}

/** Shared by all builders, because it remembers the names of columns and every work has a builder of its own. */
const dialect = new SQLiteSyncDialect();

/**
 * A builder over the client, with the tables. The documented cast of this driver: it runs synchronously and tells what
 * a write changed, of which `Sql` promises less, so that another engine can keep the promise.
 */
export function sqlOver(client: Client): Sql {
  const session = new BetterSQLiteSession(client as Connection, dialect, undefined);
  const builder = new BetterSQLite3Database('sync', dialect, session, undefined);
  return Object.assign(builder, { tables }) as unknown as Sql;
}

/** A builder that stops working when it is revoked: every query after that fails. */
export function revocableSql(client: Client): { readonly sql: Sql; readonly revoke: () => void } {
  let revoked = false;
  const guarded: Client = {
    prepare: (source: string) => {
      if (revoked) throw new Error('a transaction was used after its work had ended');
      return client.prepare(source);
    },
  };
  return {
    sql: sqlOver(guarded),
    revoke: () => {
      revoked = true;
    },
  };
}
