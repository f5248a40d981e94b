/** Real databases for tests, each in a folder of its own that goes when the test is over. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Database } from './database';
import { type OpenOptions, openDatabase } from './open';

/** The path of a database file that is not there yet, in a folder of its own. */
export function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'desk.db');
}

/** An open database at the path, or a fresh one; closed when the test is over. A reported bug fails the test. */
export async function testDatabase(path: string = freshPath(), options: OpenOptions = {}): Promise<Database> {
  const bugs: Error[] = [];
  const db = await openDatabase(`file:${path}`, { report: (bug) => bugs.push(bug), ...options });
  onTestFinished(async () => {
    await db.close();
    const [first] = bugs;
    if (first !== undefined) throw first;
  });
  return db;
}
