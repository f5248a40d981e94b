/** Loaded into a server with `--import`: idempotency keys never reach it, and nothing else is changed. */
import { onRequest } from './on-request.mjs';

onRequest((request) => {
  delete request.headers['idempotency-key'];
});
