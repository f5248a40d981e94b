/** Use cases of the desk itself: how it is doing, and who is asking. */
import { isDemo, readSettings } from '@/db/settings';
import type { readMe } from '@/domain/contract/people';
import type * as operations from '@/domain/contract/service';
import { Refusal } from '@/domain/refusal';
import { version } from '@/package.json';
import { house } from '@/server/house';
import type { OpenUseCase, UseCase } from '@/server/use-case';

export const health: OpenUseCase<typeof operations.readHealth> = async ({ db }) => ({
  status: 'ok',
  version,
  database: { engine: db.engine, state: db.state(), durability: db.durability },
  demo: await isDemo(db.sql),
});

/** Ready means that the database answers. */
export const ready: OpenUseCase<typeof operations.readReady> = async ({ db }) => {
  try {
    await readSettings(db.sql);
  } catch {
    throw new Refusal('unavailable', 'The database does not answer.', { retryAfter: 5 });
  }
  return { ready: true };
};

export const me: UseCase<typeof readMe> = async ({ actor, db }) => ({
  ...actor,
  settings: await readSettings(db.sql),
});

/** Whether demo people exist here, for the sign-in page. */
export async function isDemoDesk(): Promise<boolean> {
  return isDemo((await house()).db.sql);
}
