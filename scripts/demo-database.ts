/** The demo's database file: made when there is none, put aside when somebody wants to start over. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDatabase, sqlitePath } from '@/db/open';
import { isDemo } from '@/db/settings';
import { Refusal } from '@/domain/refusal';
import { seedDemo } from '@/scripts/demo/seed';

/** Beside the production database, never the same file. */
export const demoDatabaseUrl = 'file:./data/demo.db';

/**
 * Makes and seeds the database when there is none; gives whether it did. Seeded beside its place and then moved there,
 * so that a demo is there whole or not at all. Refuses a database that is not a demo.
 */
export async function ensureDemoDatabase(url: string): Promise<boolean> {
  const file = sqlitePath(url);
  if (existsSync(file)) {
    const db = await openDatabase(url, { create: false });
    const isRight = await isDemo(db.sql);
    await db.close();
    if (!isRight) throw new Refusal('unavailable', `${file} is not a demo; it is left as it is.`);
    return false;
  }
  mkdirSync(dirname(file), { recursive: true });
  const nursery = `${file}.new`;
  rmSync(nursery, { recursive: true, force: true });
  mkdirSync(nursery);
  const db = await openDatabase(`file:${join(nursery, 'demo.db')}`);
  try {
    await seedDemo(db, new Date());
  } finally {
    await db.close();
  }
  renameSync(join(nursery, 'demo.db'), file);
  rmSync(nursery, { recursive: true });
  return true;
}

/**
 * Moves the database aside, under a name that tells when; gives that name, undefined when there was none. Refuses
 * while a server runs on it.
 */
export async function putAside(url: string, now: Date): Promise<string | undefined> {
  const file = sqlitePath(url);
  if (!existsSync(file)) return undefined;
  // Opening proves that nobody else serves it, and closing leaves all of it in the one file.
  await (await openDatabase(url, { create: false })).close();
  const aside = `${file.replace(/\.db$/, '')}-${now.toISOString().replaceAll(/[:.]/g, '-')}.db`;
  renameSync(file, aside);
  return aside;
}
