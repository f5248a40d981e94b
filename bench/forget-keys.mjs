/** Loaded into a server with `--import`: idempotency keys never reach it, and nothing else is changed. */
import { Server } from 'node:http';

const { emit } = Server.prototype;

/** @type {(this: Server, event: string, ...given: any[]) => boolean} */
Server.prototype.emit = function (event, ...given) {
  if (event === 'request') delete given[0].headers['idempotency-key'];
  return emit.call(this, event, ...given);
};
