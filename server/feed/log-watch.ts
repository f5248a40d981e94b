/**
 * Notices which logs grew: it wakes after every commit, looks once for all who listen, and rests before it looks again.
 * A wake-up that is lost, or a change that another program made, costs a moment, because it is also woken every so often.
 */
import { findNewestLine, listNewLines } from '@/db/changes';
import type { Database } from '@/db/database';

/** How many lines of the log are looked at in one query. */
const LINES = 500;

/** What is known of a new line before it is read. */
export type NewLine = Awaited<ReturnType<typeof listNewLines>>[number];

export interface LogWatch {
  /** Begins to look, unless it does already: every line that is committed after this has resolved will be told. */
  start(): Promise<void>;
  /** Stops looking until it is started again. */
  stop(): void;
  /** Looks soon: at once after a quiet time, else when it has rested. */
  wake(): void;
  /** Stops for good. */
  close(): void;
}

export interface LogWatchOptions {
  /** Gets all new lines in order; those it fails on come again. */
  told(lines: readonly NewLine[]): Promise<void>;
  /** How long to rest after a look (milliseconds). */
  rest(): number;
  report(error: unknown): void;
}

/** A watch over every log of the database; asleep until it is started. */
export function watchLogs(db: Database, { told, rest, report }: LogWatchOptions): LogWatch {
  /** Up to which line it has looked; undefined while it is stopped. */
  let seen: Promise<number> | undefined;
  let isLooking = false;
  let resting: NodeJS.Timeout | undefined;
  let isDue = false;
  const stopListening = db.changed(wake);

  function wake(): void {
    isDue = true;
    if (seen === undefined || isLooking || resting !== undefined) return;
    isDue = false;
    isLooking = true;
    look()
      .catch(report)
      .finally(() => {
        isLooking = false;
        if (seen === undefined) return;
        resting = setTimeout(() => {
          resting = undefined;
          if (isDue) wake();
        }, rest()).unref();
      });
  }

  async function look(): Promise<void> {
    while (seen !== undefined) {
      const lines = await listNewLines(db.sql, { after: await seen, limit: LINES });
      const newest = lines.at(-1);
      if (newest === undefined) return;
      await told(lines);
      if (seen !== undefined) seen = Promise.resolve(newest.seq);
    }
  }

  function stop(): void {
    seen = undefined;
    clearTimeout(resting);
    resting = undefined;
  }

  return {
    async start() {
      seen ??= findNewestLine(db.sql);
      await seen;
    },
    stop,
    wake,
    close() {
      stopListening();
      stop();
    },
  };
}
