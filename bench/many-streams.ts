/** Many streams over bare sockets, read with as little work as can be: so that a measurement measures the server. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Client } from './client';

/** How many are opened at the same time. */
const AT_ONCE = 50;

export interface ManyStreams {
  close(): void;
}

/**
 * Opens so many streams at an address, shared out among the clients, and waits until each is answered. `told` gets the
 * subject of every change that comes, by its id, once for each stream.
 */
export async function openStreams(
  clients: readonly Client[],
  {
    path,
    count,
    told,
  }: { readonly path: string; readonly count: number; readonly told: (id: string) => void },
): Promise<ManyStreams> {
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - sockets.length) }, (_, index) => {
      const client = clients[(sockets.length + index) % clients.length];
      if (client === undefined) throw new Error('streams need clients');
      return openStream(client, path, told);
    });
    sockets.push(...(await Promise.all(some)));
  }
  return {
    close() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function openStream(client: Client, path: string, told: (id: string) => void): Promise<Socket> {
  const { hostname, port, host } = new URL(client.origin);
  const socket = connect(Number(port), hostname);
  const lines = [`host: ${host}`, `cookie: ${client.headers['cookie']}`, 'accept: text/event-stream'];
  socket.write(`GET ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  const first = String(await once(socket, 'data'));
  if (!first.startsWith('HTTP/1.1 200')) throw new Error(`a stream was answered ${first}`);
  const subject = /"subjectId":"([0-9a-f-]{36})"/g;
  // The end of what came before, where it may hold the beginning of a subject.
  let rest = '';
  socket.on('data', (chunk) => {
    // Ids are ASCII, so that bytes may be read as letters.
    const text = rest + chunk.toString('latin1');
    let end = 0;
    for (const match of text.matchAll(subject)) {
      const [whole, id] = match;
      if (id !== undefined) told(id);
      end = match.index + whole.length;
    }
    rest = text.slice(Math.max(end, text.length - 50));
  });
  socket.on('error', () => undefined);
  return socket;
}
