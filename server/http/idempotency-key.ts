/** The key under which a client may repeat a write without a second effect. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { Refusal } from '@/domain/refusal';

/** The key of a request, 1 to 255 visible ASCII characters; undefined when there is none. */
export function idempotencyKey(headers: Headers): string | undefined {
  const key = headers.get('idempotency-key');
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Refusal(
      'malformed',
      'The Idempotency-Key must be 1 to 255 letters, digits and signs without spaces.',
    );
  }
  return key;
}

/** What tells a repeated request from another one under the same key: SHA-256, lower-case hex. */
export function requestHash(request: {
  readonly method: string;
  readonly address: string;
  readonly version: number | undefined;
  readonly body: unknown;
}): string {
  const { method, address, version = null, body = null } = request;
  return createHash('sha256')
    .update(canonicalize([method, address, version, body]) ?? '')
    .digest('hex');
}
