/** The browser's end of the contract: one function that speaks every operation. */
import type { z } from 'zod';
import { ACTOR_HEADER, type Operation } from '@/domain/contract/operation';
import { readMe } from '@/domain/contract/people';
import { Problem } from '@/domain/contract/problem';
import { isRefusal, isRefusalCode, Refusal, type RefusalExtras } from '@/domain/refusal';
import { pagePerson } from './page-person';
import { tellSession } from './session';

/** How long an answer may take before the call counts as failed, in milliseconds. */
const PATIENCE = 30_000;

/**
 * A call that got no answer one could act on. What was asked for may or may not have happened; the same write with
 * the same idempotency key may be sent again.
 */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  /** `network`: no answer came; `server`: it answered with a failure of its own, or with what cannot be read. */
  readonly why: 'network' | 'server';
  /** By which the operator finds the failure in the server's log. */
  readonly requestId: string | undefined;

  constructor(why: 'network' | 'server', message: string, options?: { cause?: unknown; requestId?: string }) {
    super(message, { cause: options?.cause });
    this.why = why;
    this.requestId = options?.requestId;
  }
}

/** A part of the request: required unless nothing at all is a valid value of it. */
type Part<Name extends string, Schema extends z.ZodType> =
  Record<never, never> extends z.input<Schema>
    ? { readonly [K in Name]?: z.input<Schema> }
    : { readonly [K in Name]: z.input<Schema> };

export type CallInput<Op extends Operation> = Part<'params', Op['params']> &
  Part<'query', Op['query']> &
  Part<'body', Op['body']> & {
    /** The version that was seen; sent as `If-Match`. */
    readonly version?: number | undefined;
    /** Makes sending a write again harmless. */
    readonly idempotencyKey?: string | undefined;
    /** Who made the write, by their id; whoever the page was opened for when left out. Nobody else's name gets on it. */
    readonly by?: string | undefined;
    readonly signal?: AbortSignal | undefined;
  };

/**
 * Performs an operation and gives its parsed reply. Throws a `Refusal` when the desk says no, `CallFailed` when no
 * usable answer came, and an `AbortError` when the caller's signal ended it.
 */
export async function call<Op extends Operation>(
  op: Op,
  // The parts are optional by type only where the operation has none; inside they are read as what they are.
  input: CallInput<Op>,
): Promise<z.output<Op['reply']>> {
  const { params, query, body, version, idempotencyKey, by, signal } = input as CallInput<Operation>;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  const maker = op.method === 'GET' ? undefined : (by ?? pagePerson()?.id);
  if (maker !== undefined) headers.set(ACTOR_HEADER, maker);
  const response = await answer(address(op.path, params, query), {
    method: op.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
  });
  const json = await readJson(response, signal);
  if (!response.ok) {
    const refusal = refusalOf(response, json);
    // Asking who is here is how a doubt is settled.
    if (isDoubt(refusal) && op.path !== readMe.path) tellSession('doubted');
    throw refusal;
  }
  const reply = op.reply.safeParse(json);
  if (!reply.success) {
    throw new CallFailed('server', 'The answer cannot be read.', {
      cause: reply.error,
      ...requestIdOf(response),
    });
  }
  return reply.data as z.output<Op['reply']>;
}

/** The operation's path with its params filled in and the query behind it; absent values are left out. */
export function address(path: string, params: unknown, query: unknown): string {
  const given = new Map<string, unknown>(Object.entries(params ?? {}));
  const filled = path.replace(/\[(\w+)\]/g, (_, name: string) => {
    const value = given.get(name);
    if (value === undefined) throw new Error(`${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size === 0 ? filled : `${filled}?${search}`;
}

interface Request {
  readonly method: string;
  readonly headers: Headers;
  readonly body?: string;
  readonly signal: AbortSignal | undefined;
}

async function answer(url: string, request: Request): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE);
  const signal = request.signal === undefined ? patience : AbortSignal.any([request.signal, patience]);
  try {
    return await fetch(url, { ...request, signal, cache: 'no-store' });
  } catch (cause) {
    throw asFailure(cause, request.signal);
  }
}

/** The body as JSON; undefined where it is none, as from a proxy's error page. */
async function readJson(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (cause) {
    throw asFailure(cause, signal);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asFailure(cause: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted === true) return signal.reason;
  return new CallFailed('network', 'The desk cannot be reached.', { cause });
}

function refusalOf(response: Response, json: unknown): Error {
  const problem = Problem.safeParse(json);
  if (!problem.success || !isRefusalCode(problem.data.code)) {
    return new CallFailed('server', 'The desk has a problem of its own.', requestIdOf(response));
  }
  const { code, detail, title, errors } = problem.data;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  const extras: RefusalExtras = {
    ...(errors === undefined ? {} : { errors }),
    ...('current' in problem.data ? { current: problem.data.current } : {}),
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  };
  return new Refusal(code, detail ?? title, extras);
}

/** Whether it was refused because of who is signed in, or that nobody is. */
function isDoubt(error: Error): boolean {
  return isRefusal(error) && (error.code === 'not-signed-in' || error.code === 'other-person');
}

function requestIdOf(response: Response): { requestId?: string } {
  const requestId = response.headers.get('x-request-id');
  return requestId === null ? {} : { requestId };
}
