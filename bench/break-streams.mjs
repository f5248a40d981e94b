/**
 * Breaks what streams promise, in the way that BREAK_STREAMS names, and nothing else: loaded into a server with
 * `--import`. The product knows nothing of it.
 */
import { ServerResponse } from 'node:http';

/**
 * What becomes of a piece of a stream's body, by the way in which streams are broken.
 * @type {Readonly<Record<string, (piece: string, count: number) => number>>} how often it is written
 */
const ways = {
  drop: (piece, count) => (piece.includes('event: change') && count % 40 === 0 ? 0 : 1),
  double: (piece, count) => (piece.includes('event: change') && count % 40 === 0 ? 2 : 1),
  mute: (piece) => (piece.includes('event: bye') ? 0 : 1),
};

const way = ways[process.env['BREAK_STREAMS'] ?? ''];
if (way === undefined) throw new Error(`BREAK_STREAMS is one of ${Object.keys(ways).join(', ')}`);

const { write } = ServerResponse.prototype;
let count = 0;

/** @type {(this: ServerResponse, ...given: unknown[]) => boolean} */
ServerResponse.prototype.write = function (...given) {
  const [chunk] = given;
  if (String(this.getHeader('content-type')).startsWith('text/event-stream') && chunk instanceof Uint8Array) {
    count += 1;
    const times = way(Buffer.from(chunk).toString(), count);
    if (times === 0) return true;
    if (times === 2) write.call(this, chunk, 'utf8');
  }
  return Reflect.apply(write, this, given) === true;
};
