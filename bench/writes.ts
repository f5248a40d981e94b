/**
 * Acknowledged annotation writes a second through the whole stack, beside an empty route handler of the same server in
 * the same run, by turns; and what group commit saves where a flush to disk is slow.
 */
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import autocannon from 'autocannon';
import type { Client } from './client';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { buildWithFloor, FLOOR_PATH } from './floor';
import type { Figure, Measurement } from './measurement';
import { median } from './median';
import { type Server, startServer } from './server';
import { creation } from './writers';

const CLIENTS = 32;
const TURNS = 5;
/** Of one turn, in seconds. */
const DURATION = 4;
/** What one flush a write could do at most where a flush takes 10 ms. */
const ONE_FLUSH_A_WRITE = 100;

export const writes: Measurement = {
  name: 'writes',
  async measure() {
    const root = await buildWithFloor();
    return [...(await besideFloor(root)), ...(await withSlowFlush(root))];
  },
};

async function besideFloor(root: string): Promise<Figure[]> {
  return withServer({ root }, async (server, client, article) => {
    // One turn of each that does not count, so that both run warm.
    await load(server, client, undefined);
    await load(server, client, article);
    const floor: Turn[] = [];
    const written: Turn[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      floor.push(await load(server, client, undefined));
      written.push(await load(server, client, article));
    }
    const rate = (turns: readonly Turn[]) => median(turns.map((turn) => turn.rate));
    const cpu = (turns: readonly Turn[]) => median(turns.map((turn) => turn.cpu));
    return [
      { what: `annotation writes, ${CLIENTS} clients, full durability`, value: rate(written), unit: '/s' },
      { what: 'an empty route handler of the same server', value: rate(floor), unit: '/s' },
      {
        what: 'writes beside the empty handler',
        value: rate(written) / rate(floor),
        unit: '×',
        goal: '≥ 0.8',
      },
      // Where others use the machine, processor time says more than the clock.
      { what: 'processor time of the server for a write', value: cpu(written), unit: 'ms' },
      { what: 'processor time of the server for an empty request', value: cpu(floor), unit: 'ms' },
    ];
  });
}

async function withSlowFlush(root: string): Promise<Figure[]> {
  const preload = pathToFileURL(resolve('bench/slow-flush.mjs')).href;
  return withServer({ root, preload }, async (server, client, article) => {
    await load(server, client, article);
    const { rate } = await load(server, client, article);
    return [
      { what: 'annotation writes with every flush 10 ms slower', value: rate, unit: '/s' },
      { what: 'those beside one flush a write', value: rate / ONE_FLUSH_A_WRITE, unit: '×', goal: '≥ 5' },
    ];
  });
}

async function withServer<Result>(
  options: { readonly root: string; readonly preload?: string },
  use: (server: Server, client: Client, article: BenchArticle) => Promise<Result>,
): Promise<Result> {
  const desk = await makeDesk(1);
  try {
    const server = await startServer({ ...options, databaseUrl: desk.databaseUrl });
    try {
      const client = await signInAs(server.origin, 'editor', 1);
      return await use(server, client, await makeArticle(client, 2000));
    } finally {
      await server.stop();
    }
  } finally {
    desk.remove();
  }
}

interface Turn {
  /** Good answers a second. */
  readonly rate: number;
  /** Milliseconds of the server's processor time for each; NaN where the system does not tell. */
  readonly cpu: number;
}

/** Writes on the article, or calls of the empty handler. Any but a good answer ends the measurement. */
async function load(server: Server, client: Client, article: BenchArticle | undefined): Promise<Turn> {
  const before = server.cpuTime();
  const headers = { ...client.headers, 'content-type': 'application/json' };
  const result = await autocannon({
    url: server.origin,
    connections: CLIENTS,
    duration: DURATION,
    requests: [
      article === undefined
        ? { method: 'POST', path: FLOOR_PATH, headers, body: '{}' }
        : {
            method: 'POST',
            path: `/api/articles/${article.id}/annotations`,
            headers,
            setupRequest: (request) => ({
              ...request,
              headers: { ...headers, 'idempotency-key': randomUUID() },
              body: JSON.stringify(creation(article).body),
            }),
          },
    ],
  });
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0) throw new Error(`${bad} requests of ${result['2xx'] + bad} were not answered well`);
  const used = (server.cpuTime() ?? Number.NaN) - (before ?? Number.NaN);
  return { rate: result['2xx'] / result.duration, cpu: used / result['2xx'] };
}
