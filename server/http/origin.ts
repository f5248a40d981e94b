/** Whether a write that carries a cookie came from our own pages. */
import { Refusal } from '@/domain/refusal';
import { isLoopback } from '@/server/http/address';

/**
 * Refuses a request that another site could have made with the person's cookie: what the browser says about itself
 * (`Sec-Fetch-Site`, `Origin`) must be ours wherever it is said, and one of the two must be said. `null` is foreign.
 */
export function checkOrigin(headers: Headers, baseUrl: string): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const isSaid = site !== null || origin !== null;
  const isOwnSite = site === null || site === 'same-origin';
  if (isSaid && isOwnSite && (origin === null || isOwnOrigin(origin, headers.get('host'), baseUrl))) return;
  throw new Refusal(
    'cross-origin',
    'Changes are taken from this desk’s own pages only; send its address in the Origin header.',
  );
}

/**
 * The desk's public address; or, where that is this machine itself, whatever name of this machine the request was
 * addressed to (`localhost`, `127.0.0.1`, `[::1]`, on any port: a tunnel may stand between).
 */
export function isOwnOrigin(origin: string, host: string | null, baseUrl: string): boolean {
  if (origin === baseUrl) return true;
  const url = URL.parse(origin);
  return (
    isLoopback(new URL(baseUrl).hostname) &&
    url !== null &&
    url.protocol === 'http:' &&
    url.origin === origin &&
    url.host === host &&
    isLoopback(url.hostname)
  );
}
