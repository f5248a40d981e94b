/**
 * Looks at a database file before anything may write to it. What is not a sound database of ours is refused with what
 * to do, and left exactly as it was found.
 */
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { loadDriver } from './driver';
import { isDamage } from './failures';
import { APPLICATION_ID } from './migrate';

/** Up to this size in bytes, every start checks every page (about 0.4 s); above, only a start after an unclean stop. */
const ALWAYS_CHECKED = 128 * 1024 * 1024;

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
/** Offsets in the file's header, and its length, as the SQLite file format has them. */
const HEADER_LENGTH = 100;
const PAGE_SIZE_AT = 16;
const CHANGES_AT = 24;
const PAGES_AT = 28;
const APPLICATION_ID_AT = 68;
const PAGES_VALID_FOR_AT = 92;

/**
 * Whether there is a database, after making sure that it is ours and sound. Refuses a directory, an empty file, a
 * foreign or damaged one, and a write-ahead log whose database is gone.
 *
 * A stop was unclean when it left a write-ahead log: the last connection that closes takes the log away.
 */
export async function inspect(path: string): Promise<'absent' | 'sound'> {
  const log = `${path}-wal`;
  const wasUnclean = existsSync(log) && statSync(log).size > 0;
  if (!existsSync(path)) {
    if (!wasUnclean) return 'absent';
    throw new Refusal(
      'unavailable',
      `${path} is gone, but its log ${log} is there. Put the database back beside it, or a backup in its place with the log moved away; nothing was made anew.`,
    );
  }
  const stat = statSync(path);
  if (!stat.isFile()) throw new Refusal('unavailable', `${path} is not a file; name one in DATABASE_URL.`);
  refuseForeignHeader(path, stat.size, wasUnclean);
  if (wasUnclean || stat.size <= ALWAYS_CHECKED) await refuseDamage(path);
  return 'sound';
}

function refuseForeignHeader(path: string, size: number, wasUnclean: boolean): void {
  const header = Buffer.alloc(HEADER_LENGTH);
  const file = openSync(path, 'r');
  try {
    readSync(file, header, 0, HEADER_LENGTH, 0);
  } finally {
    closeSync(file);
  }
  if (size === 0) throw damaged(path, 'it is empty');
  if (header.every((byte) => byte === 0)) throw damaged(path, 'its header is blank');
  if (!header.subarray(0, MAGIC.length).equals(MAGIC)) throw foreign(path, 'it is no SQLite database');
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw foreign(path, 'it is the database of another program');
  }
  // The log may still hold pages that the file has not; without one, the header's count binds.
  const countsPages = header.readUInt32BE(CHANGES_AT) === header.readUInt32BE(PAGES_VALID_FOR_AT);
  const rawPageSize = header.readUInt16BE(PAGE_SIZE_AT);
  const expected = header.readUInt32BE(PAGES_AT) * (rawPageSize === 1 ? 65_536 : rawPageSize);
  if (!wasUnclean && countsPages && size < expected) {
    throw damaged(path, `it is cut short: ${size} of ${expected} bytes`);
  }
}

/** Reads every page through a connection that cannot write, so that a damaged file stays as it is. */
async function refuseDamage(path: string): Promise<void> {
  const Driver = await loadDriver();
  try {
    const connection = new Driver(path, { readonly: true, fileMustExist: true });
    try {
      const findings = z
        .array(z.object({ quick_check: z.string() }))
        .parse(connection.pragma('quick_check(1)'))
        .map((finding) => finding.quick_check);
      if (findings[0] !== 'ok') throw damaged(path, findings.join('; '));
    } finally {
      connection.close();
    }
  } catch (error) {
    if (isDamage(error)) throw damaged(path, error instanceof Error ? error.message : 'unreadable', error);
    throw error;
  }
}

function damaged(path: string, what: string, cause?: unknown): Refusal {
  const refusal = new Refusal(
    'unavailable',
    `The database ${path} is damaged (${what}). It was left as it is. Move it and any ${path}-wal aside, put your latest backup in its place and start again.`,
  );
  refusal.cause = cause;
  return refusal;
}

function foreign(path: string, what: string): Refusal {
  return new Refusal(
    'unavailable',
    `${path} is not Bluepencil's: ${what}. It was left as it is. Name another file in DATABASE_URL.`,
  );
}
