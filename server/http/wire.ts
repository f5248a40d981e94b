/** Requests as they come off the wire, made ready for Next: it trusts some headers, and stumbles over some methods. */
import type { IncomingMessage } from 'node:http';
import { ADDRESS_HEADER, callerAddress } from '@/server/http/address';
import { PATH_HEADER } from '@/server/path-header';

/** Next answers others with 500. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export function isKnownMethod(method: string | undefined): boolean {
  return method !== undefined && METHODS.has(method);
}

/** By these Next and this program tell themselves things; nobody else may. */
const INTERNAL = [PATH_HEADER, 'x-middleware-subrequest', 'x-matched-path', 'x-invoke-path', 'x-nextjs-data'];
/** By these Next's router asks for pieces of pages; the API has none, and would answer with a redirect. */
const OF_PAGES = ['rsc', 'next-action', 'next-router-state-tree', 'next-router-prefetch'];

/** Puts the caller's address where use cases look for it, and takes out what is not the caller's to say. */
export function tidyRequest(request: IncomingMessage, isTrustedProxy: (address: string) => boolean): void {
  const { headers, socket } = request;
  const forwarded = headers['x-forwarded-for'];
  const named = typeof forwarded === 'string' ? forwarded : forwarded?.join(',');
  headers[ADDRESS_HEADER] = callerAddress(socket.remoteAddress ?? '', named, isTrustedProxy);
  for (const name of INTERNAL) delete headers[name];
  if (request.url?.startsWith('/api') !== true) return;
  for (const name of OF_PAGES) delete headers[name];
  // Slashes doubled by mistake mean one; Next would answer with a redirect.
  const [path = '', ...query] = request.url.split('?');
  request.url = [path.replace(/\/{2,}/g, '/'), ...query].join('?');
}
