/** Refusals as they travel: problem+json (RFC 9457). */
import { isRefusal, Refusal, refusals } from '@/domain/refusal';

/** Places that are told; nobody mends more at once, and a list of a million faults would be answered a hundredfold. */
const MOST_TOLD = 200;

/** The answer to a request that was refused, or that met a bug (500, without detail). */
export function problem(error: unknown, requestId: string): Response {
  const known = isRefusal(error);
  const status = known ? refusals[error.code].status : 500;
  const body = known
    ? {
        type: `urn:bluepencil:problem:${error.code}`,
        title: refusals[error.code].title,
        status,
        detail: error.message,
        code: error.code,
        requestId,
        ...(error.extras.errors === undefined ? {} : { errors: error.extras.errors.slice(0, MOST_TOLD) }),
        ...(error.extras.current === undefined ? {} : { current: error.extras.current }),
      }
    : {
        type: 'about:blank',
        title: 'Something went wrong here',
        status,
        detail: 'It is noted in the log of the server under this request id.',
        code: 'internal',
        requestId,
      };
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  if (known && error.extras.retryAfter !== undefined) {
    headers.set('retry-after', String(Math.ceil(error.extras.retryAfter)));
  }
  if (known && error.extras.allow !== undefined) headers.set('allow', error.extras.allow.join(', '));
  return new Response(JSON.stringify(body), { status, headers });
}

/** A refusal of a value as a whole or in one place: 422 with the path. */
export function invalid(path: string, message: string): Refusal {
  return new Refusal('invalid', path === '' ? `The request ${message}.` : `${path} ${message}.`, {
    errors: [{ path, message }],
  });
}
