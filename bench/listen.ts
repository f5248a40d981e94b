/** Listens to a stream of events over a socket of its own, and can cut it anywhere: between any two bytes. */
import { Agent, request } from 'node:http';
import { createParser } from 'eventsource-parser';
import type { Client } from './client';

/** An event as it came; `id` is absent where it has none. */
export interface Heard {
  readonly name: string;
  readonly id?: string;
  /** Parsed JSON. */
  readonly data: unknown;
}

export interface ListenOptions {
  /** The address of the stream, with its query. */
  readonly path: string;
  /** Sent as `Last-Event-ID`. */
  readonly lastEventId?: string | undefined;
  readonly heard: (event: Heard) => void;
  /** Cuts the connection after so many bytes of the stream, or as soon after them as it falls inside a letter. */
  readonly cut?: { readonly after: number; readonly insideLetter: boolean };
}

/** How a stream ended: by its own end, by the asked cut, or because the server was not there, refused or broke off. */
export interface Ended {
  readonly how: 'ended' | 'cut' | 'refused' | 'broken';
  /** Of the answer; 0 when none came. */
  readonly status: number;
  readonly bytes: number;
}

export interface Listening {
  /** Resolves when the answer's headers are here, with its status; 0 when none came. */
  readonly open: Promise<number>;
  readonly ended: Promise<Ended>;
  close(): void;
}

export function listen(client: Client, { path, lastEventId, heard, cut }: ListenOptions): Listening {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parser = createParser({
    onEvent: ({ event = 'message', id, data }) =>
      heard({ name: event, ...(id === undefined ? {} : { id }), data: JSON.parse(data) }),
  });
  const open = Promise.withResolvers<number>();
  const ended = Promise.withResolvers<Ended>();
  let status = 0;
  let bytes = 0;
  const finish = (how: Ended['how']) => {
    open.resolve(status);
    ended.resolve({ how, status, bytes });
  };
  const call = request(`${client.origin}${path}`, {
    // A connection of its own: no other stream's end is waited for.
    agent: new Agent({ keepAlive: false }),
    headers: {
      cookie: client.headers['cookie'],
      accept: 'text/event-stream',
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  });
  call.on('response', (response) => {
    status = response.statusCode ?? 0;
    open.resolve(status);
    response.on('data', (chunk: Buffer) => {
      if (status !== 200) return;
      const until = cut === undefined ? -1 : cutIn(chunk, { ...cut, after: cut.after - bytes });
      const taken = until === -1 ? chunk : chunk.subarray(0, until);
      bytes += taken.length;
      parser.feed(decoder.decode(taken, { stream: true }));
      if (until === -1) return;
      finish('cut');
      call.destroy();
    });
    response.on('end', () => finish(status === 200 ? 'ended' : 'refused'));
    response.on('error', () => finish('broken'));
    response.on('close', () => finish('broken'));
  });
  call.on('error', () => finish('broken'));
  call.end();
  return { open: open.promise, ended: ended.promise, close: () => call.destroy() };
}

/** Where in these bytes the cut falls; -1 when it does not. */
function cutIn(chunk: Buffer, { after, insideLetter }: NonNullable<ListenOptions['cut']>): number {
  if (!insideLetter) return after > chunk.length ? -1 : Math.max(0, after);
  return chunk.findIndex((byte, index) => index >= after && isContinuation(byte));
}

/** Whether a byte goes on with a letter that began before it (UTF-8). */
function isContinuation(byte: number): boolean {
  return (byte & 0b1100_0000) === 0b1000_0000;
}
