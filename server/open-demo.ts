/** A demo's people have a password that everybody knows, so that it must not leave the machine. */
import { isDemo } from '@/db/settings';
import { Refusal } from '@/domain/refusal';
import type { House } from '@/server/house';
import { isLoopback } from '@/server/http/address';

/** Refuses to serve a demo database on anything but the loopback address. */
export async function refuseOpenDemo({ db, env }: Pick<House, 'db' | 'env'>): Promise<void> {
  if (isLoopback(env.host) || !(await isDemo(db.sql))) return;
  throw new Refusal(
    'unavailable',
    `A demo is served on this machine only, and HOST is ${env.host}: leave HOST out, or set DATABASE_URL to a database of your own.`,
  );
}
