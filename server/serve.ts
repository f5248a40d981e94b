/** Serves the production build from this process, so that it has one house and one clean end. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import next from 'next';
import { Refusal } from '@/domain/refusal';
import { house } from '@/server/house';
import { proxyTest } from '@/server/http/address';
import { isKnownMethod, tidyRequest } from '@/server/http/wire';

/** How long requests at work may take to finish once the end was asked for (milliseconds). */
const PATIENCE = 4000;
/** How often connections are closed that have finished meanwhile (milliseconds). */
const SWEEP = 50;
/** A connection on which nothing moves for so long is closed (milliseconds); open streams have a heartbeat. */
const DEAD_AFTER = 120_000;

export interface Served {
  /** Where people reach it. */
  readonly url: string;
  /**
   * Says goodbye to the streams, takes no new requests, lets those at work finish, closes the database. Asking twice
   * does no harm.
   */
  close(): Promise<void>;
}

/** Serves on the environment's HOST and PORT. Refuses, with a sentence, what keeps it from that. */
export async function serve(): Promise<Served> {
  if (!existsSync('.next/BUILD_ID'))
    throw new Refusal('unavailable', 'There is no build yet: run npm run build.');
  const desk = await house();
  const { baseUrl, host, port, trustedProxies } = desk.env;
  const isTrusted = proxyTest(trustedProxies);
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port });
  await app.prepare();
  const answer = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (!isKnownMethod(request.method)) {
      response.writeHead(405).end();
      return;
    }
    tidyRequest(request, isTrusted);
    answer(request, response).catch((error: unknown) => {
      desk.log.error({ err: error }, 'An answer broke off');
      response.destroy();
    });
  });
  // Above all for a stream whose reader has stopped reading: nothing else would ever close it.
  server.timeout = DEAD_AFTER;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, host, port)));
    server.listen(port, host, resolve);
  });
  let closing: Promise<void> | undefined;
  return {
    url: baseUrl,
    close() {
      closing ??= stop();
      return closing;
    },
  };

  async function stop(): Promise<void> {
    // First of all: an open stream would keep the server from closing for ever.
    desk.feed.close();
    const overdue = setTimeout(() => server.closeAllConnections(), PATIENCE);
    // A connection that is kept alive would else wait for another request.
    const sweeping = setInterval(() => server.closeIdleConnections(), SWEEP);
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    clearTimeout(overdue);
    clearInterval(sweeping);
    await app.close();
    await desk.close();
  }
}

function cannotListen(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new Refusal(
      'unavailable',
      `Port ${port} is in use: stop what listens there, or set PORT to another.`,
    );
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return new Refusal(
      'unavailable',
      `${host} port ${port} cannot be listened on: set HOST and PORT to what can.`,
    );
  }
  return error;
}
