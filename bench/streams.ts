/**
 * The stream harness (G4): subscribers whose streams are cut at random bytes while writers write, the server killed once
 * and ended once meanwhile. At the end each has applied the whole log, in its order, nothing left out and nothing twice.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { openDatabase } from '@/db/open';
import { type Audit, auditDesk } from './audit';
import { type BenchArticle, type Desk, makeArticle, makeDesk, signInAs } from './desk';
import { isDone, Ledger, Standing } from './ledger';
import { type ServerOptions, startServer } from './server';
import { lineOf, Subscriber } from './subscriber';
import { type Writer, writeUntil } from './writers';

const WRITERS = 8;
const SUBSCRIBERS = 10;
/** How long writers have been at work, at most, when the server ends (milliseconds). */
const LONGEST_PAUSE = 200;
/** A cut falls after at most so many bytes: some fall before the first event, most inside of one. */
const MOST_BYTES = 8000;
/** Ten times the goal for catching up, as every time-out here (milliseconds). */
const CATCH_UP_TIMEOUT = 10_000;
const MISSED = 1000;

export interface StreamsOptions {
  /** How many cuts, over all subscribers. */
  readonly cuts: number;
  /** Breaks the server, to see that the harness notices. */
  readonly broken?: Pick<ServerOptions, 'preload' | 'variables'>;
}

export interface StreamsReport {
  readonly cuts: number;
  /** Of them those inside a letter of several bytes. */
  readonly insideLetters: number;
  readonly changes: number;
  /** Writes that were answered as made while streams were cut. */
  readonly acknowledged: number;
  /** Milliseconds that a subscriber who missed 1,000 changes takes to have them. */
  readonly caughtUpIn: number;
  /** What is wrong, in sentences; empty when all is well. */
  readonly problems: readonly string[];
}

export async function streams({ cuts, broken }: StreamsOptions): Promise<StreamsReport> {
  const desk = await makeDesk(4);
  const options: ServerOptions = { databaseUrl: desk.databaseUrl, ...broken };
  let server = await startServer(options);
  try {
    const writers = await Promise.all(
      Array.from({ length: WRITERS }, async (_, index): Promise<Writer> => {
        const mayReview = index % 2 === 1;
        const client = await signInAs(server.origin, mayReview ? 'reviewer' : 'editor', (index % 4) + 1);
        return { client, mayReview };
      }),
    );
    const [first] = writers;
    if (first === undefined) throw new Error('there are no writers');
    const article = await makeArticle(first.client, 2000);
    const subscribers = Array.from({ length: SUBSCRIBERS }, (_, index) => {
      const { client } = writers[index % writers.length] ?? first;
      return new Subscriber(client, article.id);
    });
    const ledger = new Ledger();
    let made = 0;
    let insideLetters = 0;
    const cutting = subscribers.map(async (subscriber) => {
      while (made < cuts) {
        const insideLetter = Math.random() < 0.3;
        const after = Math.floor(Math.random() * MOST_BYTES);
        const { how } = await subscriber.listenOnce({ after, insideLetter });
        if (how !== 'cut') continue;
        made += 1;
        if (insideLetter) insideLetters += 1;
      }
    });
    const work = { writers, article, ledger };
    for (const { at, how } of [
      { at: cuts / 3, how: 'kill' },
      { at: (2 * cuts) / 3, how: 'stop' },
    ] as const) {
      await writeUntil(() => made >= at, work);
      const writing = writeUntil(() => false, work);
      await pause(Math.random() * LONGEST_PAUSE);
      await server[how]();
      await writing;
      server = await startServer({ ...options, port: server.port });
      await ledger.replay();
    }
    await writeUntil(() => made >= cuts, work);
    await Promise.all(cutting);
    const acknowledged = ledger.writes.filter(({ answer }) => answer !== undefined && isDone(answer)).length;
    const position = await writeUpTo(MISSED + 1, work);
    const problems: string[] = [];
    for (const subscriber of subscribers) void subscriber.follow();
    const late = await waitFor(() => subscribers.every((subscriber) => subscriber.position >= position));
    if (late) problems.push('not every subscriber had every change within ten times the goal');
    const caughtUpIn = await catchUp(first, article, position);
    if (caughtUpIn > CATCH_UP_TIMEOUT) problems.push(`${MISSED} missed changes were not caught up`);
    for (const subscriber of subscribers) subscriber.leave();
    await server.kill();
    const audit = await auditDesk(desk, ledger);
    problems.push(...auditProblems(audit), ...(await compare(desk, article, ledger, subscribers)));
    return { cuts: made, insideLetters, changes: position, acknowledged, caughtUpIn, problems };
  } finally {
    await server.kill();
    desk.remove();
  }
}

type Work = { readonly writers: readonly Writer[]; readonly article: BenchArticle; readonly ledger: Ledger };

/** Lets the writers write until the log is so long, and stops; gives its length. */
async function writeUpTo(least: number, work: Work): Promise<number> {
  const [writer] = work.writers;
  if (writer === undefined) throw new Error('there are no writers');
  const address = `/api/articles/${work.article.id}`;
  const read = async () =>
    z.object({ seq: z.number() }).parse((await writer.client.send({ method: 'GET', path: address })).body)
      .seq;
  let seq = await read();
  let isEnough = seq >= least;
  const writing = writeUntil(() => isEnough, work);
  while (!isEnough) {
    await pause(50);
    seq = await read();
    isEnough = seq >= least;
  }
  await writing;
  return read();
}

/** Milliseconds from asking to having the last of the changes that somebody missed. */
async function catchUp({ client }: Writer, article: BenchArticle, position: number): Promise<number> {
  const subscriber = new Subscriber(client, article.id, position - MISSED);
  const began = performance.now();
  const following = subscriber.follow();
  await waitFor(() => subscriber.position >= position);
  const took = performance.now() - began;
  subscriber.leave();
  await following;
  return subscriber.problems.length === 0 ? took : Number.POSITIVE_INFINITY;
}

/** Whether it took longer than the time-out. */
async function waitFor(condition: () => boolean): Promise<boolean> {
  const ends = performance.now() + CATCH_UP_TIMEOUT;
  while (!condition()) {
    if (performance.now() > ends) return true;
    await pause(2);
  }
  return false;
}

function auditProblems({ lost, doubled, problems }: Audit): string[] {
  return [
    ...problems,
    ...(lost === 0 ? [] : [`${lost} answered writes are lost`]),
    ...(doubled === 0 ? [] : [`${doubled} effects are there twice`]),
  ];
}

/** Each subscriber against the log, and every answered write against each subscriber. */
async function compare(
  desk: Desk,
  article: BenchArticle,
  ledger: Ledger,
  subscribers: readonly Subscriber[],
): Promise<string[]> {
  const db = await openDatabase(desk.databaseUrl, { create: false });
  const log = (await db.sql.select().from(db.tables.change))
    .filter((row) => row.log === article.id)
    .toSorted((a, b) => a.position - b.position)
    .map((row) => lineOf({ ...row, ...z.object({ version: z.number() }).parse(row.after) }));
  await db.close();
  const answered = ledger.writes.flatMap(({ answer }) => {
    if (answer === undefined || !isDone(answer)) return [];
    const { id, version } = Standing.parse(answer.body);
    return [`${id} ${version}`];
  });
  return subscribers.flatMap((subscriber, index) => {
    const name = `subscriber ${index + 1}`;
    const seen = new Set(subscriber.applied.map((line) => line.split(' ').slice(2).join(' ')));
    const unseen = answered.filter((state) => !seen.has(state)).length;
    return [
      ...subscriber.problems.slice(0, 3).map((problem) => `${name}: ${problem}`),
      ...(subscriber.applied.join() === log.join() ? [] : [`${name} has not applied what the log holds`]),
      ...(unseen === 0 ? [] : [`${name} has not seen ${unseen} answered writes`]),
    ];
  });
}
