/** Events as they go over the wire (WHATWG HTML, "Server-sent events"): UTF-8, one line of data each. */
import { type StreamEventData, type StreamEventName, streamEvents } from '@/domain/contract/events';

/** An event; with an id, that is what the client names when it comes back. What does not fit the contract throws. */
export function encodeEvent<Name extends StreamEventName>(
  name: Name,
  data: StreamEventData<Name>,
  id?: number,
): Uint8Array {
  // JSON has no line breaks outside of strings, and escapes those inside.
  const told = JSON.stringify(streamEvents[name].parse(data));
  return Buffer.from(`${idLine(id)}event: ${name}\ndata: ${told}\n\n`);
}

/** Says nothing but that the stream is alive; clients skip it. */
export const HEARTBEAT: Uint8Array = Buffer.from(':\n\n');

/** What a stream begins with: when to come back once it broke (milliseconds), and where it stands. */
export function encodeOpening(retry: number, id?: number): Uint8Array {
  return Buffer.from(`retry: ${retry}\n${idLine(id)}\n`);
}

/** The end of a stream, and when to come back (milliseconds). */
export function encodeBye(reason: StreamEventData<'bye'>['reason'], retry: number): Uint8Array {
  return Buffer.concat([Buffer.from(`retry: ${retry}\n`), encodeEvent('bye', { reason })]);
}

/** The line that carries an id; nothing for none. */
export function idLine(id: number | undefined): string {
  return id === undefined ? '' : `id: ${id}\n`;
}
