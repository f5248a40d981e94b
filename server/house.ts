/**
 * What must exist once in a process: environment, database, feed, limits on failed attempts. Bundlers evaluate this module
 * several times (once each for route handlers, pages and the program that starts the server), so the house stands under
 * a symbol on `globalThis` and is made on first use; importing this file does nothing.
 */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { v7 } from 'uuid';
import type { Database } from '@/db/database';
import { forgetOldAnswers } from '@/db/idempotency';
import { openDatabase, sqlitePath } from '@/db/open';
import { deleteEndedSessions } from '@/db/sessions';
import { isDemo } from '@/db/settings';
import { Refusal } from '@/domain/refusal';
import { type Attempts, makeAttempts } from '@/server/attempts';
import { authSecretBeside } from '@/server/auth-secret';
import { type Env, parseEnv } from '@/server/env';
import { type Feed, openFeed } from '@/server/feed/feed';
import { isLoopback } from '@/server/http/address';
import { type Logger, openLog } from '@/server/log';
import { idleSince } from '@/server/session-times';

export interface House {
  readonly env: Env;
  readonly db: Database;
  readonly log: Logger;
  readonly attempts: Attempts;
  /** Tells whoever listens what happens; says goodbye to them before the desk closes. */
  readonly feed: Feed;
  /** How often each person may tell where they are. */
  readonly tellings: RateLimiterMemory;
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
  const opening = Promise.resolve().then(() => openHouse(parseEnv(process.env)));
  place[PLACE] = opening;
  opening.catch(() => {
    if (place[PLACE] === opening) place[PLACE] = undefined;
  });
  return opening;
}

/**
 * A house for this environment, which nobody else can find; `house()` keeps the one that is shared. Refuses what the
 * database refuses, and a demo database where others could reach it: everybody knows its passwords.
 */
export async function openHouse(env: Env, now = () => new Date().toISOString()): Promise<House> {
  const log = openLog(env.logLevel);
  const db = await openDatabase(env.databaseUrl, {
    durability: env.durability,
    create: true,
    now: () => new Date(now()),
    report: (bug) => log.error({ err: bug }, 'The database met a bug'),
  });
  try {
    await refuseOpenDemo(db, env);
    const authSecret = env.authSecret ?? authSecretBeside(sqlitePath(env.databaseUrl));
    // next-auth reads these two from the environment, whatever it is told.
    process.env['NEXTAUTH_URL'] = env.baseUrl;
    process.env['NEXTAUTH_SECRET'] = authSecret;
    const stopTidying = keepTidy(db, now, log);
    const feed = openFeed(db, log, now);
    const close = () => {
      stopTidying();
      feed.close();
      return db.close();
    };
    const attempts = makeAttempts();
    const tellings = new RateLimiterMemory(TELLINGS);
    return { env, db, log, attempts, feed, tellings, authSecret, now, newId: () => v7(), close };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** A caret that moves tells a few times a second; several tabs and devices of one person fit, a runaway script does not. */
const TELLINGS = { points: 300, duration: 10 };

async function refuseOpenDemo(db: Database, { host }: Env): Promise<void> {
  if (isLoopback(host) || !(await isDemo(db.sql))) return;
  throw new Refusal(
    'unavailable',
    `A demo is served on this machine only, and HOST is ${host}: leave HOST out, or set DATABASE_URL to a database of your own.`,
  );
}

/** How often what has ended by itself is removed (milliseconds). */
const TIDY_STEP = 6 * 60 * 60 * 1000;

/** Removes old answers and ended sessions, now and again; gives back how to stop. */
function keepTidy(db: Database, now: () => string, log: Logger): () => void {
  const tidy = () => {
    db.transact(async (sql) => {
      await forgetOldAnswers(sql, new Date(now()));
      await deleteEndedSessions(sql, now(), idleSince(now()));
    }).catch((error: unknown) => log.warn({ err: error }, 'What has ended could not be removed'));
  };
  tidy();
  const timer = setInterval(tidy, TIDY_STEP).unref();
  return () => clearInterval(timer);
}

/** Puts another house in the place of the shared one, or nothing; gives back how to undo that. For tests. */
export function moveIn(next: Promise<House> | undefined): () => void {
  const standing = place[PLACE];
  place[PLACE] = next;
  return () => {
    place[PLACE] = standing;
  };
}
