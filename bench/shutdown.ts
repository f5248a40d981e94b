/**
 * The shutdown harness (G12): SIGTERM while writers write and streams are open. Every stream is told goodbye, requests
 * at work are answered, every answered write is there, the write-ahead log is gone, and the process ends by itself.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { auditDesk } from './audit';
import type { Client } from './client';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { Ledger, type Write } from './ledger';
import { type ServerOptions, startServer } from './server';
import { Subscriber } from './subscriber';
import { creation, type Writer, writeUntil } from './writers';

const WRITERS = 32;
const STREAMS = 200;
/** Requests that the server has begun and that are finished only after the end was asked for. */
const HALF_SENT = 8;
/** Ten times the goal (milliseconds). */
const END_TIMEOUT = 50_000;

export interface ShutdownReport {
  /** Milliseconds from SIGTERM to gone. */
  readonly goneAfter: number;
  /** Streams that were told that the server shuts down. */
  readonly toldGoodbye: number;
  /** Writes that met the closing of an idle connection, as HTTP allows; the clients send them again. */
  readonly brokenOff: number;
  /** What is wrong, in sentences; empty when all is well. */
  readonly problems: readonly string[];
}

/** `broken` breaks the server on purpose, to see that the harness notices. */
export async function shutdown(
  broken: Pick<ServerOptions, 'preload' | 'variables'> = {},
): Promise<ShutdownReport> {
  const desk = await makeDesk(4);
  let server = await startServer({ databaseUrl: desk.databaseUrl, ...broken });
  try {
    const clients = await Promise.all(
      [1, 2, 3, 4].map((number) => signInAs(server.origin, 'editor', number)),
    );
    const clientOf = (index: number): Client => {
      const client = clients[index % clients.length];
      if (client === undefined) throw new Error('nobody signed in');
      return client;
    };
    const article = await makeArticle(clientOf(0), 2000);
    const subscribers = Array.from(
      { length: STREAMS },
      (_, index) => new Subscriber(clientOf(index), article.id),
    );
    const listening = subscribers.map((subscriber) => subscriber.listenOnce());
    const ledger = new Ledger();
    const writers = Array.from(
      { length: WRITERS },
      (_, index): Writer => ({ client: clientOf(index), mayReview: false }),
    );
    const writing = writeUntil(() => false, { writers, article, ledger });
    await ledger.answered(2 * WRITERS);
    const halves = await Promise.all(
      Array.from({ length: HALF_SENT }, (_, index) => sendHalf(clientOf(index), article)),
    );

    const stopping = server.stop();
    const endings = await Promise.race([Promise.all(listening), patience()]);
    const finished = await Promise.all(halves.map((finish) => finish()));
    ledger.writes.push(...finished);
    const goneAfter = await stopping;
    await writing;

    const problems: string[] = [];
    const toldGoodbye = subscribers.filter(({ byes }) => byes.join() === 'shutdown').length;
    if (endings === 'late') problems.push('streams stayed open');
    else if (endings.some(({ how }) => how !== 'ended')) problems.push('streams broke off instead of ending');
    if (toldGoodbye < STREAMS) problems.push(`${STREAMS - toldGoodbye} streams were not told goodbye`);
    const answered = finished.filter(({ answer }) => answer?.status === 201).length;
    if (answered < HALF_SENT)
      problems.push(`of ${HALF_SENT} requests at work ${answered} were answered well`);
    if (server.exitCode() !== 0) problems.push('the server did not end by itself');
    const log = `${desk.path}-wal`;
    if (existsSync(log) && statSync(log).size > 0) problems.push('the write-ahead log was left behind');

    // Of the writers' last writes most find nobody listening any more.
    const brokenOff = ledger.unanswered.filter(({ failure }) => failure !== 'ECONNREFUSED').length;
    server = await startServer({ databaseUrl: desk.databaseUrl, port: server.port });
    await ledger.replay();
    await server.kill();
    const audit = await auditDesk(desk, ledger);
    if (audit.lost > 0) problems.push(`${audit.lost} answered writes are lost`);
    if (audit.doubled > 0) problems.push(`${audit.doubled} effects are there twice`);
    return { goneAfter, toldGoodbye, brokenOff, problems: [...problems, ...audit.problems] };
  } finally {
    await server.kill();
    desk.remove();
  }
}

function patience(): Promise<'late'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('late'), END_TIMEOUT).unref();
  });
}

/** Sends half of a write, once the server has begun it; what this gives sends the rest and hears the answer. */
async function sendHalf(client: Client, article: BenchArticle): Promise<() => Promise<Write>> {
  const write: Write = { ...creation(article), client, idempotencyKey: randomUUID() };
  const json = JSON.stringify(write.body);
  const { hostname, port, host } = new URL(client.origin);
  const socket = connect(Number(port), hostname);
  let received = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    received += text;
  });
  // What came until then tells.
  socket.on('error', () => undefined);
  const headers = {
    ...client.headers,
    host,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(json)),
    'idempotency-key': write.idempotencyKey,
    // Asked for the body, the client knows that the server is at work on the request.
    expect: '100-continue',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${write.method} ${write.path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  while (!received.includes('100 Continue')) await once(socket, 'data');
  const half = Math.floor(json.length / 2);
  socket.write(json.slice(0, half));
  return async () => {
    // The server closes the connection once it has answered; whoever closes it first wants no answer any more.
    const closed = once(socket, 'close');
    socket.write(json.slice(half));
    await closed;
    return { ...write, ...answerIn(received) };
  };
}

/** The answer in what a connection received; none where there is none. */
function answerIn(received: string): Pick<Write, 'answer'> {
  const status = /^HTTP\/1\.1 (?!100)(\d{3})/m.exec(received)?.[1];
  if (status === undefined) return {};
  const json = received.slice(received.indexOf('{'), received.lastIndexOf('}') + 1);
  return { answer: { status: Number(status), body: JSON.parse(json) } };
}
