/** Copies a SQLite database as it stands, while a server may be at work on it. */
import { closeSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { loadDriver } from './driver';
import { flushFile, flushFolder } from './flush';
import { inspect } from './inspect';

/**
 * Writes a copy of the database at `path` to the file `target`, which must not be there, and gives its size in bytes.
 *
 * The copy is one snapshot: every write that was answered before the call is in it, and none is half in it, however
 * many are made meanwhile (`VACUUM INTO`; the driver's page-wise backup begins again at every write of another
 * process, and so may never end). It gets its name when it is whole, checked, and on disk.
 */
export async function backUpSqlite(path: string, target: string): Promise<{ readonly bytes: number }> {
  if ((await inspect(path)) === 'absent')
    throw new Refusal('unavailable', `There is no database at ${path}.`);
  reserve(target);
  const unfinished = `${target}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    await copy(path, unfinished);
    await refuseUnsound(unfinished);
    flushFile(unfinished);
    renameSync(unfinished, target);
    flushFolder(target);
    return { bytes: statSync(target).size };
  } catch (error) {
    for (const remains of [unfinished, target]) rmSync(remains, { force: true });
    throw error;
  }
}

/** Takes the name, so that nobody's file is ever overwritten. */
function reserve(target: string): void {
  try {
    closeSync(openSync(target, 'wx'));
  } catch (cause) {
    const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST';
    const refusal = new Refusal(
      'conflict',
      isTaken
        ? `${target} is there already and was not touched; name a file that is not.`
        : `${target} cannot be made: ${cause instanceof Error ? cause.message : String(cause)}.`,
    );
    refusal.cause = cause;
    throw refusal;
  }
}

async function copy(path: string, target: string): Promise<void> {
  const Driver = await loadDriver();
  const connection = new Driver(path, { readonly: true, fileMustExist: true });
  try {
    connection.prepare('VACUUM INTO ?').run(target);
  } finally {
    connection.close();
  }
}

async function refuseUnsound(path: string): Promise<void> {
  const Driver = await loadDriver();
  const connection = new Driver(path, { readonly: true, fileMustExist: true });
  try {
    const [finding] = z
      .array(z.object({ integrity_check: z.string() }))
      .parse(connection.pragma('integrity_check(1)'));
    if (
      finding?.integrity_check !== 'ok' ||
      z.array(z.unknown()).parse(connection.pragma('foreign_key_check')).length > 0
    ) {
      throw new Refusal(
        'unavailable',
        'The copy did not pass its check and was removed; check the disk and try again.',
      );
    }
  } finally {
    connection.close();
  }
}
