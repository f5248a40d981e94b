/**
 * What must exist once in a process: environment, database, limits on failed attempts. Bundlers evaluate this module
 * several times (once each for route handlers, pages and the program that starts the server), so the house stands under
 * a symbol on `globalThis` and is made on first use; importing this file does nothing.
 */
import { v7 } from 'uuid';
import type { Database } from '@/db/database';
import { openDatabase } from '@/db/open';
import { type Attempts, makeAttempts } from '@/server/attempts';
import { authSecretBeside } from '@/server/auth-secret';
import { type Env, parseEnv } from '@/server/env';
import { type Logger, openLog } from '@/server/log';

export interface House {
  readonly env: Env;
  readonly db: Database;
  readonly log: Logger;
  readonly attempts: Attempts;
  /** Key of the session cookies and set-up links; at least 32 characters. */
  readonly authSecret: string;
  /** The present instant. */
  now(): string;
  /** A new UUIDv7. */
  newId(): string;
  close(): Promise<void>;
}

const PLACE = Symbol.for('bluepencil');

/** The one place where the house is kept; the symbol is ours, so the cast is safe. */
const place = globalThis as { [PLACE]?: Promise<House> | undefined };

/** The house of this process, opened on the first call. When it cannot be opened, the next call tries again. */
export function house(): Promise<House> {
  const standing = place[PLACE];
  if (standing !== undefined) return standing;
  const opening = openHouse(parseEnv(process.env));
  place[PLACE] = opening;
  opening.catch(() => {
    if (place[PLACE] === opening) place[PLACE] = undefined;
  });
  return opening;
}

/** A house for this environment, which nobody else can find; `house()` keeps the one that is shared. */
export async function openHouse(env: Env, now = () => new Date().toISOString()): Promise<House> {
  const db = await openDatabase(env.databaseUrl, {
    durability: env.durability,
    create: true,
    now: () => new Date(now()),
  });
  const authSecret = env.authSecret ?? authSecretBeside(env.databaseUrl);
  // next-auth reads these two from the environment, whatever it is told.
  process.env['NEXTAUTH_URL'] = env.baseUrl;
  process.env['NEXTAUTH_SECRET'] = authSecret;
  return {
    env,
    db,
    log: openLog(env.logLevel),
    attempts: makeAttempts(),
    authSecret,
    now,
    newId: () => v7(),
    close: () => db.close(),
  };
}

/** Puts another house in the place of the shared one, or nothing; gives back what stood there. For tests. */
export function moveIn(next: House | undefined): Promise<House> | undefined {
  const standing = place[PLACE];
  place[PLACE] = next === undefined ? undefined : Promise.resolve(next);
  return standing;
}
