/** The key under which a client may repeat a write without a second effect. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Sql } from '@/db/database';
import { findAnswer, keepAnswer } from '@/db/idempotency';
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

/**
 * Runs a write unless this person's key has seen it; gives what it gave, then or now. The answer is kept in the
 * transaction of its write, so that both are there or neither. Another request under the key: 422. Refusals are not
 * kept: nothing was written, so the request may run anew.
 */
export async function once<Result>(
  sql: Sql,
  request: {
    readonly userId: string;
    readonly key: string;
    readonly requestHash: string;
    readonly status: number;
    readonly at: string;
  },
  work: () => Promise<Result>,
): Promise<Result> {
  const kept = await findAnswer(sql, request.userId, request.key);
  if (kept !== undefined) {
    if (kept.requestHash !== request.requestHash) {
      throw new Refusal(
        'idempotency-key-reused',
        'This Idempotency-Key came with another request before; make a new key for each write.',
      );
    }
    // The same request under the same key runs the same work, which kept this.
    return kept.body as Result;
  }
  const result = await work();
  await keepAnswer(sql, { ...request, headers: {}, body: result });
  return result;
}
