/** Copies the database that a URL names; its scheme decides the engine. */
import { sqlitePath } from './open';
import { backUpSqlite } from './sqlite/back-up-sqlite';

/**
 * Writes a copy of the database to the file `target`, which must not be there, while a server may be at work, and
 * gives its size in bytes. Every write that was answered before the call is in it. Refuses, as `openDatabase` does,
 * what is no sound database of ours, and as `conflict` a target that is there.
 */
export async function backUp(url: string, target: string): Promise<{ readonly bytes: number }> {
  return backUpSqlite(sqlitePath(url), target);
}
