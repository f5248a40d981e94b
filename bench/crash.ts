/**
 * The crash harness (G1, G2, G5): writers over HTTP, the server killed at a random moment, started again, what was not
 * answered sent once more under its key; and at the end not one answered write may be missing, or there twice.
 */
import { type Audit, auditDesk } from './audit';
import { makeArticle, makeDesk, signInAs } from './desk';
import { isDone, Ledger } from './ledger';
import { type Server, type ServerOptions, startServer } from './server';
import { type Writer, writeUntil } from './writers';

const WRITERS = 16;
/** After how many answered writes, at random, and how many milliseconds more the server is killed. */
const MOST_ANSWERED = 200;
const LONGEST_PAUSE = 30;
/** How many answered writes are repeated after each crash. */
const REPEATED = 20;

export interface CrashOptions {
  readonly rounds: number;
  /** Breaks the server on purpose, to see that the harness notices. */
  readonly preload?: string;
}

export interface CrashReport extends Audit {
  readonly rounds: number;
  /** Writes that were answered as made, and all that were sent. */
  readonly acknowledged: number;
  readonly sent: number;
  /** Writes that a crash left unanswered and that were sent again. */
  readonly replayed: number;
  /** Milliseconds from each start after a crash to ready. */
  readonly readyAgain: readonly number[];
}

/** Runs the rounds on a desk of their own. */
export async function crash({ rounds, preload }: CrashOptions): Promise<CrashReport> {
  const desk = await makeDesk(4);
  let server: Server | undefined = await startServer({ databaseUrl: desk.databaseUrl });
  const whole: ServerOptions = { databaseUrl: desk.databaseUrl, port: server.port };
  const options: ServerOptions = preload === undefined ? whole : { ...whole, preload };
  try {
    const writers = await signInWriters(server.origin);
    const [first] = writers;
    if (first === undefined) throw new Error('there are no writers');
    const article = await makeArticle(first.client, 2000);
    await server.kill();
    server = await startServer(options);
    const ledger = new Ledger();
    const problems: string[] = [];
    const readyAgain: number[] = [];
    let replayed = 0;
    for (let round = 0; round < rounds; round += 1) {
      let stopped = false;
      const writing = writeUntil(() => stopped, { writers, article, ledger });
      const enough = ledger.answered(1 + Math.floor(Math.random() * MOST_ANSWERED));
      // The writers stop by themselves only when the server is gone.
      const event = await Promise.race([enough.then(() => 'enough'), writing.then(() => 'gone')]);
      if (event === 'gone') problems.push('the server ended before it was killed');
      await pause(Math.random() * LONGEST_PAUSE);
      await server.kill();
      stopped = true;
      await writing;
      server = await startServer(options);
      readyAgain.push(server.readyAfter);
      replayed += await ledger.replay();
      const answered = ledger.writes.filter(({ answer }) => answer !== undefined && isDone(answer));
      const differing = await ledger.repeat(answered.slice(-REPEATED));
      if (differing.length > 0)
        problems.push(`${differing.length} repeated writes were answered differently`);
    }
    await server.kill();
    server = undefined;
    const audit = await auditDesk(desk, ledger);
    return {
      ...audit,
      problems: [...problems, ...surprises(ledger), ...audit.problems],
      rounds,
      acknowledged: ledger.writes.filter(({ answer }) => answer !== undefined && isDone(answer)).length,
      sent: ledger.writes.length,
      replayed,
      readyAgain,
    };
  } finally {
    await server?.kill();
    desk.remove();
  }
}

/** Answers that no write should get, whatever the others do. */
function surprises(ledger: Ledger): string[] {
  return ledger.writes.flatMap(({ answer, method, path }) =>
    answer !== undefined && (answer.status >= 500 || [400, 401, 422].includes(answer.status))
      ? [`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`]
      : [],
  );
}

async function signInWriters(origin: string): Promise<Writer[]> {
  return Promise.all(
    Array.from({ length: WRITERS }, async (_, index) => {
      const mayReview = index % 2 === 1;
      const client = await signInAs(origin, mayReview ? 'reviewer' : 'editor', (index % 4) + 1);
      return { client, mayReview };
    }),
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
