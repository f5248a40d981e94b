/**
 * `npm run check:migrations`: the tables and the migrations must say the same. drizzle-kit writes the next migration
 * into a copy of the folder; had it anything to write, the migration is missing.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

// Beside the project's files, because drizzle-kit takes relative folders only.
mkdirSync('node_modules/.cache', { recursive: true });
const copy = mkdtempSync(join('node_modules/.cache', 'migrations-'));
try {
  cpSync('drizzle/sqlite', copy, { recursive: true });
  const before = filesIn('drizzle/sqlite');
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      '--dialect=sqlite',
      '--schema=./db/sqlite/tables.ts',
      `--out=./${copy}`,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], timeout: 120_000 },
  );
  const added = filesIn(copy).filter((file) => !before.includes(file));
  if (run.status !== 0 || added.length > 0) {
    console.error(run.stdout, run.stderr);
    console.error(
      `The migrations lag behind db/tables.ts: run \`npx drizzle-kit generate --config drizzle.sqlite.config.ts\`. It would add ${added.join(', ') || 'nothing, but failed'}.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
