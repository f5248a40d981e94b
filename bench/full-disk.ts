/**
 * The full-disk harness (G7): writers write until the disk is full. Writes are then refused with a sentence and nothing
 * of them is stored, reads and streams go on, the desk says how it is; with room again, the refused writes go through
 * under their keys, without a restart.
 */
import { z } from 'zod';
import { Problem } from '@/domain/contract/problem';
import { auditDesk } from './audit';
import type { Client } from './client';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { isDone, Ledger } from './ledger';
import { startServer } from './server';
import { type SmallDisk, smallDisk } from './small-disk';
import { Subscriber } from './subscriber';
import { creation } from './writers';

const WRITERS = 8;
/** Far more than there is room for. */
const MOST_WRITES = 100_000;
const MOST_SIGN_INS = 50;

export interface FullDiskReport {
  /** How the disk was made small. */
  readonly what: string;
  /** Writes that were answered as made before the disk was full, and that were refused. */
  readonly acknowledged: number;
  readonly refused: number;
  /** What is wrong, in sentences; empty when all is well. */
  readonly problems: readonly string[];
}

export async function fullDisk(): Promise<FullDiskReport> {
  const disk = smallDisk();
  const desk = await makeDesk(2, disk.folder);
  const server = await startServer({ databaseUrl: desk.databaseUrl, ...disk.options });
  try {
    const client = await signInAs(server.origin, 'editor', 1);
    const article = await makeArticle(client, 500);
    const ledger = new Ledger();
    // Small marks still fit where long ones do not.
    const acknowledged =
      (await fill(client, article, ledger, 'Not enough room. '.repeat(200))) +
      (await fill(client, article, ledger, 'Room.'));
    const refused = ledger.writes.filter(({ answer }) => answer !== undefined && !isDone(answer));
    const problems = [
      ...refused.flatMap(({ answer }) => refusalProblems(answer?.status ?? 0, answer?.body)),
      ...(await whileFull(client, article)),
      ...(await recovery(client, disk, ledger)),
    ];
    await server.kill();
    const audit = await auditDesk(desk, ledger);
    if (audit.lost > 0) problems.push(`${audit.lost} answered writes are lost`);
    if (audit.doubled > 0) problems.push(`${audit.doubled} effects are there twice, or of refused writes`);
    return {
      what: disk.what,
      acknowledged,
      refused: refused.length,
      problems: [...problems, ...audit.problems],
    };
  } finally {
    await server.kill();
    disk.remove();
  }
}

/** Makes marks with a note until every writer was refused; gives how many were made. */
async function fill(client: Client, article: BenchArticle, ledger: Ledger, note: string): Promise<number> {
  let made = 0;
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (made < MOST_WRITES) {
        const { body, ...request } = creation(article);
        const answer = await ledger.send(client, { ...request, body: { ...Object(body), note } });
        if (answer === undefined || !isDone(answer)) return;
        made += 1;
      }
    }),
  );
  return made;
}

/** A refusal for want of room, with words for a person. */
function refusalProblems(status: number, body: unknown): string[] {
  const problem = Problem.safeParse(body);
  if (status === 507 && problem.data?.code === 'disk-full' && (problem.data.detail?.length ?? 0) > 20)
    return [];
  return [`on a full disk a write was answered ${status}: ${JSON.stringify(body)}`];
}

/** What goes on while nothing can be written. */
async function whileFull(client: Client, article: BenchArticle): Promise<string[]> {
  const problems: string[] = [];
  for (const path of ['', '/annotations', '/annotations?view=marks']) {
    const { status } = await client.send({ method: 'GET', path: `/api/articles/${article.id}${path}` });
    if (status !== 200) problems.push(`on a full disk reading ${path} was answered ${status}`);
  }
  const subscriber = new Subscriber(client, article.id);
  const following = subscriber.listenOnce({ after: 10_000, insideLetter: false });
  if ((await following).how !== 'cut') problems.push('on a full disk a stream told nothing');
  if ((await stateOf(client)) !== 'readOnly')
    problems.push('health does not say that nothing can be written');
  const ready = await client.send({ method: 'GET', path: '/api/ready' });
  if (ready.status !== 200) problems.push(`on a full disk ready was answered ${ready.status}`);
  const failure = await signInUntilRefused(client.origin);
  if (!failure.includes('disk-full')) problems.push(`signing in does not say why it fails: ${failure}`);
  return problems;
}

/** A session takes so little room that some more may fit; gives what is said when none does. */
async function signInUntilRefused(origin: string): Promise<string> {
  for (let tries = 0; tries < MOST_SIGN_INS; tries += 1) {
    try {
      await signInAs(origin, 'editor', 2);
    } catch (error) {
      return String(error);
    }
  }
  return 'it did not fail';
}

/** Room again: what was refused is made under the same key, and the desk says that all is well. */
async function recovery(client: Client, disk: SmallDisk, ledger: Ledger): Promise<string[]> {
  disk.makeRoom();
  const problems: string[] = [];
  for (const write of ledger.writes.filter(({ answer }) => answer !== undefined && !isDone(answer))) {
    write.answer = await client.send(write);
    if (!isDone(write.answer)) problems.push(`with room again a write was answered ${write.answer.status}`);
  }
  const again = await ledger.repeat(ledger.writes.slice(-WRITERS));
  if (again.length > 0) problems.push('a repeated write was answered differently');
  if ((await stateOf(client)) !== 'open') problems.push('health does not say that all is well again');
  await signInAs(client.origin, 'editor', 2);
  return problems;
}

async function stateOf(client: Client): Promise<string> {
  const { body } = await client.send({ method: 'GET', path: '/api/health' });
  return z.object({ database: z.object({ state: z.string() }) }).parse(body).database.state;
}
