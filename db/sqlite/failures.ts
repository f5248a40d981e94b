/** What SQLite's failures mean to the desk. The only place that knows its error codes. */
import { Refusal } from '@/domain/refusal';

/** SQLite's extended result code, also of an error that another one wraps; undefined when it is none of SQLite's. */
export function sqliteCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && cause.code.startsWith('SQLITE_'))
      return cause.code;
  }
  return undefined;
}

/** Whether another program holds the database. */
export function isBusy(error: unknown): boolean {
  return sqliteCode(error)?.startsWith('SQLITE_BUSY') ?? false;
}

/** Whether the file is not, or no longer, a sound database. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code !== undefined && (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB');
}

/** Whether SQLite refused a row because another has the same key. */
export function isUniqueFailure(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}

/** A failure of the file or the disk as a refusal; anything else as it came. */
export function refusalFor(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  if (code === 'SQLITE_FULL') {
    return withCause(
      new Refusal('disk-full', 'The disk is full. Nothing was saved; make room and try again.'),
      error,
    );
  }
  if (isBusy(error)) {
    return withCause(
      new Refusal('unavailable', 'Another program is writing to the database; try again in a moment.', {
        retryAfter: 1,
      }),
      error,
    );
  }
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN') {
    return withCause(
      new Refusal('unavailable', 'The database cannot be written to. Nothing was saved.'),
      error,
    );
  }
  return error;
}

function withCause(refusal: Refusal, cause: unknown): Refusal {
  refusal.cause = cause;
  return refusal;
}
