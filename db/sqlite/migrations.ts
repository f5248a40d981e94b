/** The migrations that drizzle-kit wrote, read from the project's `drizzle/` folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** What of drizzle-kit's journal is needed: the files in the order in which they apply. */
const Journal = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) });

/**
 * The folder of SQLite's migrations, under the directory in which the program runs: every command starts in the
 * project's root, as npm makes sure.
 */
export function migrationsFolder(): string {
  return join(process.cwd(), 'drizzle', 'sqlite');
}

/** All migrations in order. A database's version is the number of those that it has seen. */
export function readMigrations(folder: string): readonly Migration[] {
  const journal = join(folder, 'meta', '_journal.json');
  if (!existsSync(journal)) {
    throw new Error(`no migrations in ${folder}: start in the project's root, as npm does`);
  }
  const { entries } = Journal.parse(JSON.parse(readFileSync(journal, 'utf8')));
  return entries
    .toSorted((a, b) => a.idx - b.idx)
    .map(({ tag }) => ({
      name: tag,
      statements: readFileSync(join(folder, `${tag}.sql`), 'utf8')
        .split('--> statement-breakpoint')
        .map((statement) => statement.trim())
        .filter((statement) => statement !== ''),
    }));
}
