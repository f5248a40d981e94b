/**
 * Acknowledged annotation writes a second through the whole stack, beside an empty route handler of the same server in
 * the same run, by turns; and what group commit saves where a flush to disk is slow.
 */
import { randomUUID } from 'node:crypto';
import autocannon from 'autocannon';
import type { Client } from './client';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { buildWithFloor, FLOOR_PATH } from './floor';
import type { Figure, Measurement } from './measurement';
import { median } from './median';
import { type Server, type ServerOptions, startServer } from './server';
import { FLUSH, slowFlush } from './slow-flush';
import { creation } from './writers';

const CLIENTS = 32;
const TURNS = 5;
/** Of one turn, in seconds. */
const DURATION = 4;
/** The empty handler, one that takes and answers a body of the same size, and what is measured. */
const requests = ['empty', 'echo', 'write'] as const;
type Request = (typeof requests)[number];
/** What one flush a write could do at most where a flush takes so long. */
const ONE_FLUSH_A_WRITE = 1000 / FLUSH;

export const writes: Measurement = {
  name: 'writes',
  async measure() {
    const root = await buildWithFloor();
    return [...(await besideFloor(root)), ...(await withSlowFlush(root))];
  },
};

async function besideFloor(root: string): Promise<Figure[]> {
  return withServer({ root }, async (server, client, article) => {
    const measured: Record<Request, Turn[]> = { empty: [], echo: [], write: [] };
    // The first turn of each does not count, so that all run warm.
    for (let turn = 0; turn <= TURNS; turn += 1) {
      for (const request of requests) {
        const result = await load(server, client, request === 'write' ? article : request);
        if (turn > 0) measured[request].push(result);
      }
    }
    const rate = (request: Request) => median(measured[request].map((turn) => turn.rate));
    const cpu = (request: Request) => median(measured[request].map((turn) => turn.cpu));
    const beside = (floor: Request) => rate('write') / rate(floor);
    return [
      { what: `annotation writes, ${CLIENTS} clients, full durability`, value: rate('write'), unit: '/s' },
      { what: 'an empty route handler of the same server', value: rate('empty'), unit: '/s' },
      { what: 'writes beside the empty handler', value: beside('empty'), unit: '×', goal: '≥ 0.8' },
      { what: 'a handler that answers with the body it was sent', value: rate('echo'), unit: '/s' },
      { what: 'writes beside that', value: beside('echo'), unit: '×' },
      // Where others use the machine, processor time says more than the clock.
      { what: 'processor time of the server for a write', value: cpu('write'), unit: 'ms' },
      { what: 'processor time of the server for an empty request', value: cpu('empty'), unit: 'ms' },
      { what: 'processor time of the server for an answered body', value: cpu('echo'), unit: 'ms' },
    ];
  });
}

async function withSlowFlush(root: string): Promise<Figure[]> {
  const { what, options } = slowFlush();
  return withServer({ root, ...options }, async (server, client, article) => {
    await load(server, client, article);
    const turns: Turn[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) turns.push(await load(server, client, article));
    const rate = median(turns.map((turn) => turn.rate));
    return [
      { what: `annotation writes with ${what}`, value: rate, unit: '/s' },
      { what: 'those beside one flush a write', value: rate / ONE_FLUSH_A_WRITE, unit: '×', goal: '≥ 5' },
    ];
  });
}

async function withServer<Result>(
  options: Omit<ServerOptions, 'databaseUrl'>,
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

/** Writes on the article, or calls of the floor's handlers. Any but a good answer ends the measurement. */
async function load(
  server: Server,
  client: Client,
  asked: BenchArticle | Exclude<Request, 'write'>,
): Promise<Turn> {
  const before = server.cpuTime();
  const headers = { ...client.headers, 'content-type': 'application/json' };
  const result = await autocannon({
    url: server.origin,
    connections: CLIENTS,
    duration: DURATION,
    requests: [
      typeof asked === 'string'
        ? floorRequest(asked, headers)
        : {
            method: 'POST',
            path: `/api/articles/${asked.id}/annotations`,
            headers,
            setupRequest: (request) => ({
              ...request,
              headers: { ...headers, 'idempotency-key': randomUUID() },
              body: JSON.stringify(creation(asked).body),
            }),
          },
    ],
  });
  const bad = result.non2xx + result.errors + result.timeouts;
  if (bad > 0) throw new Error(`${bad} requests of ${result['2xx'] + bad} were not answered well`);
  const used = (server.cpuTime() ?? Number.NaN) - (before ?? Number.NaN);
  return { rate: result['2xx'] / result.duration, cpu: used / result['2xx'] };
}

function floorRequest(asked: Exclude<Request, 'write'>, headers: Record<string, string>) {
  return asked === 'empty'
    ? { method: 'POST' as const, path: FLOOR_PATH, headers, body: '{}' }
    : { method: 'PUT' as const, path: FLOOR_PATH, headers, body: JSON.stringify({ note: 'x'.repeat(700) }) };
}
