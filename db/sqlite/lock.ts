/** One server a database: a lock that the kernel frees when its holder dies, however it dies. */
import { Refusal } from '@/domain/refusal';
import { type Connection, loadDriver } from './driver';
import { isBusy } from './failures';

/**
 * Takes the lock of a database file: an open `BEGIN EXCLUSIVE` on the small SQLite file `<path>.lock` beside it, which
 * stays empty. Gives back how to let go. Refuses while another server holds it.
 */
export async function takeLock(path: string): Promise<() => void> {
  const Driver = await loadDriver();
  let connection: Connection | undefined;
  try {
    connection = new Driver(`${path}.lock`, { timeout: 0 });
    // Nothing is ever written to it, so that a journal on disk would only be litter after a kill.
    connection.pragma('journal_mode = MEMORY');
    connection.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    connection?.close();
    if (!isBusy(error)) throw error;
    throw new Refusal(
      'unavailable',
      `Another Bluepencil server is at work on ${path}. Stop it first, or give this one a database of its own (DATABASE_URL).`,
    );
  }
  const held = connection;
  return () => {
    held.close();
  };
}
