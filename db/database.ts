/**
 * The port through which everything reaches the database. Queries are functions that take a `Sql` first; they use its
 * tables and its awaitable builder and nothing else, so that they mean the same on every engine.
 */
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core';
import type { Tables } from './tables';

/** What a query needs: the builder, and the tables in the words of the engine behind it. */
export type Sql = Pick<
  // What a write returns differs by engine, so that nothing is known of it: ask with `returning`.
  BaseSQLiteDatabase<'async', unknown, Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count'
> & {
  readonly tables: Tables;
  /**
   * Runs a query that is built once and kept: building costs several times what running does, which counts where every
   * request asks. Values stand in it as `given(name)`.
   */
  ask<Result>(question: Question<Result>, values: Record<string, unknown>): Promise<Result>;
};

/** A query to be kept, by the function that builds it: declare it once, in its module. */
export type Question<Result> = (sql: Sql) => { prepare(): Prepared<Result> };

/** A query that was built. */
export interface Prepared<Result> {
  execute(values: Record<string, unknown>): Promise<Result>;
}

/** `full`: an answered write is on disk. `normal`: it survives the process, but perhaps not a power cut. */
export type Durability = 'full' | 'normal';

export interface Database {
  readonly engine: 'sqlite';
  /** As read back from the engine after opening. */
  readonly durability: Durability;
  /** `readOnly` while the disk had no room for what was to be written last; reading goes on. */
  state(): 'open' | 'readOnly';
  readonly tables: Tables;
  /** For reading. Each query sees what was committed before it; writing through it fails. */
  readonly sql: Sql;
  /**
   * Runs the work in a transaction and gives its result once that is committed. Works run one after another; each sees
   * what the ones before it did. Inside, use only the `sql` handed in and await nothing else: a work that waits for
   * anything but its own queries is undone and rejected as a bug.
   *
   * Rejects with what the work threw (its effects undone), with a `Refusal` `disk-full` when there is no room, or with
   * one of `unavailable` when another program holds the database or the transaction broke. Nothing that was rejected is
   * there afterwards, but for one case that no database can rule out: a commit that broke may show after a crash.
   * Repeating the write with its idempotency key settles it.
   */
  transact<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Calls the listener after every commit of this process; gives back how to stop. */
  changed(listener: () => void): () => void;
  /** Finishes the works at hand, refuses new ones, checkpoints and lets go of the file. */
  close(): Promise<void>;
}
