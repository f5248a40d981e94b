/** Opens the database that a URL names; its scheme decides the engine. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@/domain/refusal';
import type { Database, Durability } from './database';
import { openSqlite } from './sqlite/open-sqlite';

export interface OpenOptions {
  readonly durability?: Durability;
  /** Whether a database that is not there is made; it is, unless told otherwise. */
  readonly create?: boolean;
  readonly now?: () => Date;
  /** Gets bugs that no caller is there to be told of; warns of them on standard error unless told otherwise. */
  readonly report?: (bug: Error) => void;
}

/**
 * The database at `file:./path` (relative to the working directory) or `file:///path`, brought up to date. Refuses,
 * as `unavailable` and with a sentence that says what to do, what is damaged, foreign, newer than the program or
 * already served. There is one `Database` a file and process; close it before opening another.
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  return openSqlite(sqlitePath(url), {
    durability: options.durability ?? 'full',
    create: options.create ?? true,
    now: options.now ?? (() => new Date()),
    report: options.report ?? ((bug) => process.emitWarning(bug)),
  });
}

/** The file that a `file:` URL names, absolute. */
export function sqlitePath(url: string): string {
  if (!url.startsWith('file:')) {
    throw new Refusal(
      'unavailable',
      'DATABASE_URL does not name a database that this program opens; give it a file, as file:./data/bluepencil.db.',
    );
  }
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}
