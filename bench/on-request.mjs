/** How modules that break a server reach its requests. */
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/**
 * Shows each request of this process's servers before anybody else sees it.
 * @param {(request: IncomingMessage) => void} see
 */
export function onRequest(see) {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    if (message.request instanceof IncomingMessage) see(message.request);
  });
}
