/**
 * How soon colleagues see a mark, what a stream costs, and what telling an event costs: with 20 editors who write and
 * listen, and with 1,000 streams; beside streams of an empty handler of the same server that tell the same bytes.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Client } from './client';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { buildWithFloor, FLOOR_PATH } from './floor';
import { openStreams } from './many-streams';
import type { Figure, Measurement } from './measurement';
import { percentile } from './percentile';
import { type Server, startServer } from './server';
import { creation } from './writers';

const EDITORS = 20;
const STREAMS = 1000;
/** How many marks are made, and how long the makers rest on average between two of all of them (milliseconds). */
const EDITED = { marks: 400, rest: 25 };
const TOLD = { marks: 60, rest: 250 };
/** So long after the last mark everything must have come: ten times the goal for 1,000 streams (milliseconds). */
const TIMEOUT = 2500;
/** For memory to be as it stays (milliseconds). */
const SETTLING = 3000;

export const live: Measurement = {
  name: 'live',
  async measure() {
    const root = await buildWithFloor();
    return [...(await amongEditors(root)), ...(await toManyStreams(root))];
  },
};

async function amongEditors(root: string): Promise<Figure[]> {
  return withServer(root, async ({ clients, article }) => {
    const post = new Post();
    const path = `/api/articles/${article.id}/events`;
    const streams = await openStreams(clients, { path, count: EDITORS, told: (id) => post.arrive(id) });
    await deliver(post, {
      ...EDITED,
      streams: EDITORS,
      send: (id, turn) => make(clientOf(clients, turn), article, id),
    });
    streams.close();
    const who = `${EDITORS} editors on one article`;
    return [...timesOf(post, who, '≤ 100')];
  });
}

async function toManyStreams(root: string): Promise<Figure[]> {
  const told = await withServer(root, async ({ server, clients, article }) => {
    const path = `/api/articles/${article.id}/events`;
    let bytes = 0;
    const load = await loaded(server, clients, path, async (id, turn) => {
      bytes = await make(clientOf(clients, turn), article, id);
    });
    return { ...load, bytes };
  });
  const floor = await withServer(root, ({ server, clients }) =>
    loaded(server, clients, FLOOR_PATH, async (id, turn) => {
      await say(clientOf(clients, turn), eventLike(id, told.bytes));
    }),
  );
  const perEvent = ({ cpu }: Load) => (cpu / TOLD.marks / STREAMS) * 1000;
  const perStream = ({ idle, open }: Load) => (open - idle) / STREAMS / 1024;
  return [
    ...timesOf(told.post, `${STREAMS} streams`, '≤ 250'),
    {
      what: `memory of the server with ${STREAMS} streams`,
      value: told.after / 2 ** 20,
      unit: 'MiB',
      goal: '≤ 350',
    },
    {
      what: `the same with ${STREAMS} streams of an empty handler`,
      value: floor.after / 2 ** 20,
      unit: 'MiB',
    },
    { what: 'the same before they were opened', value: told.idle / 2 ** 20, unit: 'MiB' },
    { what: 'memory for one more stream', value: perStream(told), unit: 'KiB' },
    { what: 'memory for one more stream of an empty handler', value: perStream(floor), unit: 'KiB' },
    {
      what: `processor time for a write told to ${STREAMS} streams`,
      value: told.cpu / TOLD.marks,
      unit: 'ms',
    },
    { what: 'the same bytes told by an empty handler', value: floor.cpu / TOLD.marks, unit: 'ms' },
    { what: 'processor time for an event told to one stream', value: perEvent(told), unit: 'µs' },
    { what: 'the same bytes told by an empty handler', value: perEvent(floor), unit: 'µs' },
    { what: 'events beside those of the empty handler', value: perEvent(told) / perEvent(floor), unit: '×' },
  ];
}

/** What it takes to tell marks to many streams. Processor time in milliseconds over all of them, memory in bytes. */
interface Load {
  readonly post: Post;
  readonly cpu: number;
  /** Before the streams were opened, when they were, and when all was told. */
  readonly idle: number;
  readonly open: number;
  readonly after: number;
}

async function loaded(
  server: Server,
  clients: readonly Client[],
  path: string,
  send: (id: string, turn: number) => Promise<unknown>,
): Promise<Load> {
  const memory = () => server.memory() ?? Number.NaN;
  const post = new Post();
  // A few streams and marks that do not count, so that the server runs warm.
  const warming = await openStreams(clients, { path, count: EDITORS, told: () => undefined });
  for (let turn = 0; turn < EDITORS; turn += 1) await send(randomUUID(), turn);
  warming.close();
  await pause(SETTLING);
  const idle = memory();
  const streams = await openStreams(clients, { path, count: STREAMS, told: (id) => post.arrive(id) });
  await pause(SETTLING);
  const open = memory();
  const before = server.cpuTime() ?? Number.NaN;
  await deliver(post, { ...TOLD, streams: STREAMS, send });
  const cpu = (server.cpuTime() ?? Number.NaN) - before;
  const after = memory();
  streams.close();
  return { post, cpu, idle, open, after };
}

/** What was sent when, and when it came to whom (milliseconds). */
class Post {
  readonly sinceSent: number[] = [];
  readonly sinceAnswered: number[] = [];
  private readonly sent = new Map<string, number>();
  private readonly answered = new Map<string, number>();
  private readonly arrived = new Map<string, number[]>();

  send(id: string): void {
    this.sent.set(id, performance.now());
  }

  answer(id: string): void {
    this.answered.set(id, performance.now());
  }

  arrive(id: string): void {
    const sent = this.sent.get(id);
    // What was made before it was measured.
    if (sent === undefined) return;
    const now = performance.now();
    this.sinceSent.push(now - sent);
    this.arrived.set(id, [...(this.arrived.get(id) ?? []), now]);
  }

  /** How long after its answer each mark came; less than nothing where it came before. */
  close(): void {
    for (const [id, times] of this.arrived) {
      const answered = this.answered.get(id) ?? Number.NaN;
      for (const time of times) this.sinceAnswered.push(time - answered);
    }
  }
}

/** Sends marks at random moments, and waits until each has come to every stream; throws when one does not. */
async function deliver(
  post: Post,
  {
    marks,
    rest,
    streams,
    send,
  }: {
    readonly marks: number;
    readonly rest: number;
    readonly streams: number;
    readonly send: (id: string, turn: number) => Promise<unknown>;
  },
): Promise<void> {
  const sending: Promise<void>[] = [];
  for (let turn = 0; turn < marks; turn += 1) {
    const id = randomUUID();
    post.send(id);
    sending.push(send(id, turn).then(() => post.answer(id)));
    await pause(Math.random() * 2 * rest);
  }
  await Promise.all(sending);
  const wanted = marks * streams;
  const ends = performance.now() + TIMEOUT;
  while (post.sinceSent.length < wanted && performance.now() < ends) await pause(5);
  if (post.sinceSent.length !== wanted) {
    throw new Error(`of ${wanted} events ${post.sinceSent.length} came`);
  }
  post.close();
}

function timesOf(post: Post, who: string, goal: string): Figure[] {
  const times = (values: readonly number[], since: string, p95Goal?: string): Figure[] =>
    [0.5, 0.95, 0.99].map((share) => ({
      what: `${who}: ${since} to seen, p${share * 100}`,
      value: percentile(values, share),
      unit: 'ms',
      ...(share === 0.95 && p95Goal !== undefined ? { goal: p95Goal } : {}),
    }));
  return [...times(post.sinceSent, 'sent', goal), ...times(post.sinceAnswered, 'answered')];
}

/** Makes a mark with this id; gives about how many bytes its event has. */
async function make(client: Client, article: BenchArticle, id: string): Promise<number> {
  const request = creation(article);
  const body = { ...z.looseObject({}).parse(request.body), id };
  const answer = await client.send({ ...request, body, idempotencyKey: randomUUID() });
  if (answer.status !== 201) throw new Error(`a mark was answered ${answer.status}`);
  // Beside the mark, an event has its place in the log, its maker, and the lines around.
  return JSON.stringify(answer.body).length + 350;
}

/** Tells bytes to every stream of the empty handler. */
async function say(client: Client, event: string): Promise<void> {
  const { status } = await fetch(`${client.origin}${FLOOR_PATH}`, { method: 'PATCH', body: event });
  if (status !== 204) throw new Error(`the empty handler answered ${status}`);
}

/** An event of so many bytes about a mark. */
function eventLike(id: string, bytes: number): string {
  const data = `{"subjectId":"${id}","rest":"`;
  return `event: change\ndata: ${data}${'x'.repeat(Math.max(0, bytes - data.length))}"}\n\n`;
}

function clientOf(clients: readonly Client[], turn: number): Client {
  const client = clients[turn % clients.length];
  if (client === undefined) throw new Error('there are no clients');
  return client;
}

/** Runs on a desk of its own, with as many people signed in as there are editors. */
async function withServer<Result>(
  root: string,
  use: (on: {
    readonly server: Server;
    readonly clients: readonly Client[];
    readonly article: BenchArticle;
  }) => Promise<Result>,
): Promise<Result> {
  const desk = await makeDesk(EDITORS);
  try {
    const server = await startServer({ root, databaseUrl: desk.databaseUrl });
    try {
      const clients: Client[] = [];
      for (let number = 1; number <= EDITORS; number += 1) {
        clients.push(await signInAs(server.origin, 'editor', number));
      }
      return await use({ server, clients, article: await makeArticle(clientOf(clients, 0), 2000) });
    } finally {
      await server.stop();
    }
  } finally {
    desk.remove();
  }
}
