/** Builders over SQLite connections. */
import { BetterSQLite3Database, BetterSQLiteSession } from 'drizzle-orm/better-sqlite3';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { Prepared, Question, Sql } from '@/db/database';
import type { Connection } from './driver';
import { tables } from './tables';

/** The part of a connection that the builder uses; `transaction` of the ORM is used nowhere. */
type Client = Pick<Connection, 'prepare'>;

/** More than the desk has different statements; only lists of varying length make more. */
const MOST_STATEMENTS = 500;

/** The connection with its prepared statements kept, which saves compiling the same SQL for every query. */
function keepingStatements(connection: Connection): Client {
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

/** What builders over one client share: the questions that were built already. */
interface Shared {
  readonly client: Client;
  readonly asked: WeakMap<Question<unknown>, Prepared<unknown>>;
}

/** Builders over a connection: one for good, and as many as are wanted that can be revoked. */
export interface Builders {
  readonly sql: Sql;
  /** A builder that stops working when it is revoked: every query after that fails. */
  revocable(): { readonly sql: Sql; readonly revoke: () => void };
}

export function buildersOver(connection: Connection): Builders {
  const shared: Shared = { client: keepingStatements(connection), asked: new WeakMap() };
  return {
    sql: sqlOver(shared, () => undefined),
    revocable() {
      let isRevoked = false;
      const check = () => {
        if (isRevoked) throw new Error('a transaction was used after its work had ended');
      };
      return {
        sql: sqlOver(shared, check),
        revoke: () => {
          isRevoked = true;
        },
      };
    },
  };
}

/**
 * A builder over what is shared, with the tables; `check` throws when it may no longer be used. The documented cast of
 * this driver: it runs synchronously and tells what a write changed, of which `Sql` promises less, so that another
 * engine can keep the promise.
 */
function sqlOver(shared: Shared, check: () => void): Sql {
  const client: Client = {
    prepare: (source: string) => {
      check();
      return shared.client.prepare(source);
    },
  };
  const session = new BetterSQLiteSession(client as Connection, dialect, undefined);
  const builder = new BetterSQLite3Database('sync', dialect, session, undefined);
  async function ask<Result>(question: Question<Result>, values: Record<string, unknown>): Promise<Result> {
    check();
    // What was built for a question answers that question.
    const known = shared.asked.get(question) as Prepared<Result> | undefined;
    if (known !== undefined) return known.execute(values);
    const built = question(sqlOver(shared, () => undefined)).prepare();
    shared.asked.set(question, built);
    return built.execute(values);
  }
  return Object.assign(builder, { tables, ask }) as unknown as Sql;
}
