/**
 * Everything the desk can say no to, and the HTTP status each refusal travels with.
 *
 * A refusal is expected: somebody asked for what they may not have, or sent what cannot be read. It is thrown as a
 * `Refusal` with a sentence for a person and becomes problem+json (RFC 9457) at the edge. Anything else that is
 * thrown is a bug and becomes a 500 without detail.
 */

/** One line per refusal: its HTTP status and the title that all refusals of the code share. */
export const refusals = {
  malformed: { status: 400, title: 'The request cannot be read' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'Not allowed' },
  'cross-origin': { status: 403, title: 'The request came from another site' },
  'four-eyes': { status: 403, title: 'Somebody else has to decide' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  'id-taken': { status: 409, title: 'The id is taken' },
  'other-person': { status: 409, title: 'Somebody else is signed in' },
  archived: { status: 409, title: 'The article is archived' },
  deleted: { status: 409, title: 'The mark is deleted' },
  conflict: { status: 409, title: 'That does not fit the present state' },
  stale: { status: 412, title: 'Somebody changed it in the meantime' },
  'too-large': { status: 413, title: 'Too large' },
  'unsupported-type': { status: 415, title: 'This kind of content is not understood' },
  invalid: { status: 422, title: 'Some of what was sent does not fit' },
  'idempotency-key-reused': { status: 422, title: 'The idempotency key belongs to another request' },
  'version-required': { status: 428, title: 'Say which version you saw' },
  'too-many-attempts': { status: 429, title: 'Too many failed attempts' },
  'too-many-requests': { status: 429, title: 'Too many at once' },
  'disk-full': { status: 507, title: 'The disk is full' },
  unavailable: { status: 503, title: 'Not available now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type RefusalCode = keyof typeof refusals;

/** Whether a code that came from elsewhere is one of ours. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

/** One thing that is wrong: `path` in the sent value, as `spans.0.end`; empty for the value as a whole. */
export interface Issue {
  readonly path: string;
  readonly message: string;
}

export interface RefusalExtras {
  /** What is wrong where; travels with 400 and 422. */
  readonly errors?: readonly Issue[];
  /** The thing as it stands now; travels with 409 and 412. */
  readonly current?: unknown;
  /** Seconds after which another try may succeed; travels with 429 and 503. */
  readonly retryAfter?: number;
  /** The methods that the address takes; travels with 405. */
  readonly allow?: readonly string[];
}

/** An expected no. `message` is one sentence for a person: what, where, and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly extras: RefusalExtras;

  constructor(code: RefusalCode, message: string, extras: RefusalExtras = {}) {
    super(message);
    this.code = code;
    this.extras = extras;
  }

  /** The HTTP status that this refusal travels with. */
  get status(): number {
    return refusals[this.code].status;
  }
}

/**
 * Whether something caught is a refusal. Bundlers may evaluate this module more than once, so that `instanceof`
 * alone would miss a refusal thrown by another copy; the code table decides instead.
 */
export function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof Error && error.name === 'Refusal' && 'code' in error && isRefusalCode(String(error.code))
  );
}
