/** Opens a SQLite file as a `Database`. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database, Durability } from '@/db/database';
import { Refusal } from '@/domain/refusal';
import { type Connection, loadDriver } from './driver';
import { flushFolder } from './flush';
import { groupCommit } from './group-commit';
import { inspect } from './inspect';
import { takeLock } from './lock';
import { migrate, versionOf } from './migrate';
import { type Migration, migrationsFolder, readMigrations } from './migrations';
import { buildersOver } from './sql';
import { tables } from './tables';

export interface SqliteOptions {
  readonly durability: Durability;
  /** Whether an absent file is made; otherwise it is refused. */
  readonly create: boolean;
  /** For the names of backups that are made before migrations. */
  readonly now: () => Date;
  /** Gets what is a bug in a work or a listener. */
  readonly report: (bug: Error) => void;
}

/**
 * The database in the file at `path`, of which this process is the only server until `close`. Refuses what `inspect`
 * and `takeLock` refuse, and a database newer than the program; brings an older one up to date.
 */
export async function openSqlite(path: string, options: SqliteOptions): Promise<Database> {
  const migrations = readMigrations(migrationsFolder());
  if (options.create) mkdirSync(dirname(path), { recursive: true });
  else if (!existsSync(dirname(path))) throw absent(path);
  const release = await takeLock(path);
  try {
    if ((await inspect(path)) === 'absent') {
      if (!options.create) throw absent(path);
      await makeNew(path, migrations);
    }
    return await connect(path, migrations, release, options);
  } catch (error) {
    release();
    throw error;
  }
}

function absent(path: string): Refusal {
  return new Refusal('unavailable', `There is no database at ${path}.`);
}

/** Makes an empty database under another name and renames it when it is whole, so that half of one never shows. */
async function makeNew(path: string, migrations: readonly Migration[]): Promise<void> {
  const Driver = await loadDriver();
  const unfinished = `${path}.new`;
  for (const leftover of [unfinished, `${unfinished}-journal`]) rmSync(leftover, { force: true });
  const connection = new Driver(unfinished);
  try {
    migrate(connection, migrations, () => unfinished);
  } finally {
    connection.close();
  }
  renameSync(unfinished, path);
  flushFolder(path);
}

async function connect(
  path: string,
  migrations: readonly Migration[],
  release: () => void,
  { durability, now, report }: SqliteOptions,
): Promise<Database> {
  const Driver = await loadDriver();
  const writer = new Driver(path, { fileMustExist: true });
  let reader: Connection | undefined;
  try {
    refuseNewer(writer, path, migrations.length);
    configure(writer, durability);
    migrate(writer, migrations, (version) => {
      const copy = `${path}.version-${version}-${now().toISOString().replaceAll(':', '-')}.backup`;
      writer.prepare('VACUUM INTO ?').run(copy);
      return copy;
    });
    // Nothing here waits for others by blocking the process; `groupCommit` waits without.
    writer.pragma('busy_timeout = 0');
    // What a savepoint may have to undo: in a file it would cost more than the work itself.
    writer.pragma('temp_store = MEMORY');
    reader = new Driver(path, { readonly: true, fileMustExist: true });
  } catch (error) {
    reader?.close();
    writer.close();
    throw error;
  }
  return databaseOver(writer, reader, release, report);
}

function databaseOver(
  writer: Connection,
  reader: Connection,
  release: () => void,
  report: (bug: Error) => void,
): Database {
  const listeners = new Set<() => void>();
  const { hasRoom, transact, stop } = groupCommit(writer, {
    committed: () => {
      for (const listener of listeners) {
        try {
          listener();
        } catch (error) {
          report(new Error('a listener of the database failed', { cause: error }));
        }
      }
    },
    report,
  });
  let closing: Promise<void> | undefined;
  return {
    engine: 'sqlite',
    durability: durabilityOf(writer),
    state: () => (hasRoom() ? 'open' : 'readOnly'),
    tables,
    sql: buildersOver(reader).sql,
    transact,
    changed(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close() {
      closing ??= stop().then(() => {
        reader.close();
        writer.pragma('wal_checkpoint(TRUNCATE)');
        writer.close();
        release();
      });
      return closing;
    },
  };
}

function refuseNewer(connection: Connection, path: string, known: number): void {
  const version = versionOf(connection);
  if (version <= known) return;
  throw new Refusal(
    'unavailable',
    `The database ${path} has version ${version}, this program knows ${known}: a newer Bluepencil has used it. Start the newer program, or put a backup from before in its place.`,
  );
}

/** Write-ahead logging, and a flush to disk for every commit unless less was asked for; refuses what does not take. */
function configure(connection: Connection, durability: Durability): void {
  const mode = connection.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal')
    throw new Refusal('unavailable', `The file system does not take SQLite's write-ahead log.`);
  connection.pragma(`synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`);
  // Where a flush only reaches the drive's cache (macOS), ask for more; elsewhere these do nothing.
  connection.pragma(`fullfsync = ${durability === 'full' ? 'ON' : 'OFF'}`);
  connection.pragma('checkpoint_fullfsync = ON');
  connection.pragma('foreign_keys = ON');
  connection.pragma('trusted_schema = OFF');
  if (durabilityOf(connection) !== durability) {
    throw new Refusal('unavailable', `The database does not take durability ${durability}.`);
  }
}

function durabilityOf(connection: Connection): Durability {
  const level = connection.pragma('synchronous', { simple: true });
  return typeof level === 'number' && level >= 2 ? 'full' : 'normal';
}
