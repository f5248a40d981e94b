/**
 * One writer, many works, one fsync: works that are queued while one runs share a transaction, each under a savepoint
 * of its own, and none is answered before the transaction is committed.
 */
import type { Sql } from '@/db/database';
import { isRefusal, Refusal } from '@/domain/refusal';
import type { Connection } from './driver';
import { isBusy, refusalFor } from './failures';
import { buildersOver } from './sql';

/** Bounds how long the first work of a transaction waits for the others in it. */
const MOST_WORKS = 200;
/** The longest that works wait for company, in milliseconds, however slow the disk is. */
const LONGEST_GATHERING = 10;
/** For how long after a transaction as many works as it had are expected again, in milliseconds. */
const COMPANY_LASTS = 100;
/** How often a work looks whether another program still holds the database, in milliseconds. */
const BUSY_PAUSE = 10;

interface Job {
  readonly work: (sql: Sql) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome =
  | { readonly done: true; readonly value: unknown }
  | { readonly done: false; readonly error: unknown };

export interface GroupCommitOptions {
  /** Called after every transaction that kept a work, when its works are answered. */
  readonly committed: () => void;
  /** Gets what is a bug in a work. */
  readonly report: (bug: Error) => void;
  /** How long works wait while another program holds the database, in milliseconds. */
  readonly patience?: number;
}

export interface GroupCommit {
  /** Whether the disk had room for the last transaction; true before the first. */
  hasRoom(): boolean;
  transact<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Refuses new works and resolves when all that were accepted are answered. */
  stop(): Promise<void>;
}

/** Group commit over a connection that nobody else uses and that never waits by blocking (`busy_timeout` 0). */
export function groupCommit(
  connection: Connection,
  { committed, report, patience = 5000 }: GroupCommitOptions,
): GroupCommit {
  const builders = buildersOver(connection);
  const queue: Job[] = [];
  const company = expectedCompany();
  /** Called when a work is queued, while works wait for company. */
  let queued: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;
  let hasRoom = true;

  /** Runs transactions until the queue is empty; `running` goes in the same step that finds it so. */
  async function drain(): Promise<void> {
    do {
      await nextTurn();
      await gather();
      await runTransaction();
    } while (queue.length > 0);
    running = undefined;
  }

  /**
   * Waits for the works that are still on their way: whoever wrote in the last transaction tends to write again at
   * once, and a request takes several turns of the event loop to come this far. At most as long as a commit takes, so
   * that the wait costs less than the commit that it saves; a lone writer never waits.
   */
  async function gather(): Promise<void> {
    const { works, patience: most } = company.expected();
    if (queue.length >= works || most < 1) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, most);
      queued = () => {
        if (queue.length < works) return;
        clearTimeout(timer);
        resolve();
      };
    });
    queued = undefined;
  }

  async function runTransaction(): Promise<void> {
    try {
      await begin(connection, patience);
    } catch (error) {
      const refusal = refusalFor(error);
      hasRoom = !isDiskFull(refusal);
      for (const job of queue.splice(0)) job.reject(refusal);
      return;
    }
    const outcomes: { readonly job: Job; readonly outcome: Outcome }[] = [];
    let broken: { readonly cause: unknown } | undefined;
    while (broken === undefined && outcomes.length < MOST_WORKS) {
      const job = queue.shift();
      if (job === undefined) break;
      const outcome = await runUnderSavepoint(job);
      outcomes.push({ job, outcome });
      if (!connection.inTransaction) broken = { cause: outcome.done ? undefined : outcome.error };
    }
    const began = performance.now();
    broken ??= end(outcomes.some(({ outcome }) => outcome.done));
    company.met(outcomes.length, performance.now() - began);
    const failures = outcomes.flatMap(({ outcome }) => (outcome.done ? [] : [outcome.error]));
    hasRoom = ![...failures, refusalFor(broken?.cause)].some(isDiskFull);
    if (broken === undefined) {
      for (const { job, outcome } of outcomes) {
        if (outcome.done) job.resolve(outcome.value);
        else job.reject(outcome.error);
      }
      if (outcomes.some(({ outcome }) => outcome.done)) committed();
    } else {
      const lost = lostWith(broken.cause);
      // What a work threw by itself stays its answer; what was done is lost with the transaction.
      for (const { job, outcome } of outcomes) job.reject(outcome.done ? lost : outcome.error);
    }
  }

  /** Runs one work; its effects are kept exactly when it is done. */
  async function runUnderSavepoint(job: Job): Promise<Outcome> {
    const { sql, revoke } = builders.revocable();
    try {
      connection.exec('SAVEPOINT work');
      const outcome = await settledThisTurn(job.work, sql);
      revoke();
      if (outcome === 'late') {
        const bug = new Error('a work inside transact awaited something else than its queries');
        report(bug);
        undo();
        return { done: false, error: bug };
      }
      if (!connection.inTransaction) {
        const error = outcome.done
          ? new Error('the transaction ended inside a work that caught the error')
          : refusalFor(outcome.error);
        return { done: false, error };
      }
      if (outcome.done) {
        connection.exec('RELEASE work');
        return outcome;
      }
      undo();
      return { done: false, error: refusalFor(outcome.error) };
    } catch (error) {
      revoke();
      // The savepoint itself failed, so that nobody knows what the transaction holds: it ends here.
      if (connection.inTransaction) rollBack(connection);
      return { done: false, error: refusalFor(error) };
    }
  }

  function undo(): void {
    if (!connection.inTransaction) return;
    connection.exec('ROLLBACK TO work');
    connection.exec('RELEASE work');
  }

  /** Commits, or undoes a transaction that kept no work. Gives why it broke, if it did. */
  function end(keptWork: boolean): { readonly cause: unknown } | undefined {
    try {
      connection.exec(keptWork ? 'COMMIT' : 'ROLLBACK');
      return undefined;
    } catch (error) {
      if (connection.inTransaction) rollBack(connection);
      return { cause: error };
    }
  }

  function rollBack(broken: Connection): void {
    try {
      broken.exec('ROLLBACK');
    } catch (error) {
      report(new Error('a broken transaction could not be rolled back', { cause: error }));
    }
  }

  return {
    hasRoom: () => hasRoom,
    transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
      if (stopped) return Promise.reject(new Refusal('unavailable', 'The desk is shutting down.'));
      return new Promise<T>((resolve, reject) => {
        // A job gives back what its own work gave.
        queue.push({ work, resolve: (value) => resolve(value as T), reject });
        queued?.();
        running ??= drain();
      });
    },
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** How many works the next transaction may expect, and how long they are worth waiting for, by the one before. */
function expectedCompany() {
  let last = { works: 1, patience: 0, at: 0 };
  return {
    /** Tells of a transaction that ended now: how many works it had, and how long its commit took (milliseconds). */
    met(works: number, commitTook: number): void {
      const at = performance.now();
      last = { works: Math.min(works, MOST_WORKS), patience: Math.min(commitTook, LONGEST_GATHERING), at };
    },
    expected(): { readonly works: number; readonly patience: number } {
      return performance.now() - last.at < COMPANY_LASTS ? last : { works: 1, patience: 0 };
    },
  };
}

/** Begins a transaction that may write; waits without blocking while another program holds the database. */
async function begin(connection: Connection, patience: number): Promise<void> {
  const patienceEnds = performance.now() + patience;
  for (;;) {
    try {
      connection.exec('BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > patienceEnds) throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE));
    }
  }
}

/** What a work came to, if it did so before the event loop turned; its own queries never need a turn. */
async function settledThisTurn(work: Job['work'], sql: Sql): Promise<Outcome | 'late'> {
  let turn: NodeJS.Immediate | undefined;
  const late = new Promise<'late'>((resolve) => {
    turn = setImmediate(() => resolve('late'));
  });
  const outcome = (async (): Promise<Outcome> => {
    try {
      return { done: true, value: await work(sql) };
    } catch (error) {
      return { done: false, error };
    }
  })();
  const first = await Promise.race([outcome, late]);
  clearImmediate(turn);
  return first;
}

function isDiskFull(error: unknown): boolean {
  return isRefusal(error) && error.code === 'disk-full';
}

/** Lets the requests that are already here join the transaction, and the rest of the process have its turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** What a work is told whose transaction broke through no fault of its own. */
function lostWith(cause: unknown): unknown {
  const refusal = refusalFor(cause);
  if (isRefusal(refusal)) return refusal;
  const lost = new Refusal('unavailable', 'The write was lost with others beside it; try again.', {
    retryAfter: 1,
  });
  lost.cause = cause;
  return lost;
}
