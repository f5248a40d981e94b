/**
 * One writer, many works, one fsync: works that are queued while one runs share a transaction, each under a savepoint
 * of its own, and none is answered before the transaction is committed.
 */
import type { Sql } from '@/db/database';
import { isRefusal, Refusal } from '@/domain/refusal';
import type { Connection } from './driver';
import { isBusy, refusalFor } from './failures';
import { buildersOver } from './sql';

/** Bounds how long the first work of a transaction waits for its answer. */
const MOST_WORKS = 200;
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
  let running: Promise<void> | undefined;
  let stopped = false;

  /** Runs transactions until the queue is empty; `running` goes in the same step that finds it so. */
  async function drain(): Promise<void> {
    do {
      await nextTurn();
      await runTransaction();
    } while (queue.length > 0);
    running = undefined;
  }

  async function runTransaction(): Promise<void> {
    try {
      await begin(connection, patience);
    } catch (error) {
      for (const job of queue.splice(0)) job.reject(refusalFor(error));
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
    broken ??= end(outcomes.some(({ outcome }) => outcome.done));
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
    transact<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
      if (stopped) return Promise.reject(new Refusal('unavailable', 'The desk is shutting down.'));
      return new Promise<T>((resolve, reject) => {
        // A job gives back what its own work gave.
        queue.push({ work, resolve: (value) => resolve(value as T), reject });
        running ??= drain();
      });
    },
    async stop() {
      stopped = true;
      await running;
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
