/**
 * The one way from an HTTP request to a use case and back. In order: who asks, does the address name anything, did the
 * request come from our own pages and from whoever is signed in, is the role enough, which version was seen, what was
 * sent; then the use case; then its reply, held against the contract. Whatever goes wrong leaves as problem+json with
 * the request's id.
 */
import { z } from 'zod';
import type { Operation } from '@/domain/contract/operation';
import { type Actor, type Role, roles } from '@/domain/person';
import { isRefusal, Refusal } from '@/domain/refusal';
import { type House, house } from '@/server/house';
import { ADDRESS_HEADER } from '@/server/http/address';
import { BODY_LIMIT, readJson, unfitIn } from '@/server/http/body';
import { checkBoundPerson } from '@/server/http/bound-person';
import { idempotencyKey, once, requestHash } from '@/server/http/idempotency';
import { parsed, unfit } from '@/server/http/issues';
import { checkOrigin } from '@/server/http/origin';
import { problem } from '@/server/http/problem';
import { readQuery } from '@/server/http/query';
import { entityTag, expectedVersion } from '@/server/http/version';
import { openLog } from '@/server/log';
import { isTls, readSession, type Session } from '@/server/session';
import type { Call, OpenCall, OpenUseCase, StreamUseCase, UseCase } from '@/server/use-case';

/** What Next calls: the request, and the params of the address. */
export interface RouteHandler {
  (request: Request, context: { readonly params: Promise<object | undefined> }): Promise<Response>;
  /** For `others`, and for the test that walks all routes; undefined on what merely says no. */
  readonly operation?: Operation;
}

/** A route handler for an operation that asks for a signed-in person. */
export function handle<Op extends Operation>(op: Op, useCase: UseCase<Op>): RouteHandler {
  const who = roleFor(op);
  return routeHandler(op, async (desk, request, params) => {
    const { call } = await signedCall(desk, op, who, request, params);
    return useCase(call);
  });
}

/** A route handler for an operation that a signed-in person is answered with a stream. */
export function handleStream<Op extends Operation>(op: Op, useCase: StreamUseCase<Op>): RouteHandler {
  const who = roleFor(op);
  return routeHandler(op, async (desk, request, params) => {
    const { call, session } = await signedCall(desk, op, who, request, params);
    const lastEventId = request.headers.get('last-event-id') ?? undefined;
    const response = await useCase({ ...call, session, lastEventId, gone: request.signal });
    // Next reads nothing of an answer to HEAD, so that the stream would stay open.
    if (request.method === 'HEAD') await response.body?.cancel();
    return response;
  });
}

/** A route handler for one of the few operations that need no sign-in. */
export function handleOpen<Op extends Operation>(op: Op, useCase: OpenUseCase<Op>): RouteHandler {
  if (op.who !== 'anyone') throw new Error(`${op.path} is for people who are signed in: use handle`);
  return routeHandler(op, async (desk, request, params) => {
    const named = parseParams(op, await params);
    const fromBrowser = request.headers.has('origin') || request.headers.has('sec-fetch-site');
    if (op.method !== 'GET' && fromBrowser) checkOrigin(request.headers, desk.env.baseUrl);
    return useCase(await openCall(desk, op, request, named, undefined));
  });
}

/** The session of whoever is signed in; 401 when nobody is. */
export async function signedIn(
  desk: House,
  request: Request,
  use: { readonly background?: boolean } = {},
): Promise<Session> {
  const session = await readSession(desk, request.headers.get('cookie'), use);
  if (session === undefined) throw new Refusal('not-signed-in', 'Sign in, then send the request again.');
  return session;
}

/** The params that the address names, none where it has none; what does not fit names nothing: 404. */
export function parseParams<Op extends Operation>(op: Op, params: object | undefined): Call<Op>['params'] {
  const named = z.safeParse<Op['params']>(op.params, params ?? {});
  if (!named.success) throw new Refusal('not-found', 'There is nothing at this address.');
  return named.data;
}

/**
 * The network address that a request came from, as `npm start` found it. Served otherwise (in development), what Next
 * knows of it.
 */
export function callerOf({ headers }: Request): string {
  return headers.get(ADDRESS_HEADER) ?? headers.get('x-forwarded-for') ?? 'unknown';
}

/** Runs the work of one request and dresses its answer, or the problem it ended in. */
export async function answered(
  work: (desk: House) => Promise<Response>,
  { method, path }: { readonly method: string; readonly path: string },
): Promise<Response> {
  const requestId = crypto.randomUUID();
  let response: Response;
  try {
    const desk = await house();
    response = await worked(desk, work, { requestId, method, path });
    if (isTls(desk.env.baseUrl)) response.headers.set('strict-transport-security', HSTS);
  } catch (error) {
    // The house itself did not open, so that there is no log of it yet.
    openLog('error').error({ err: error, requestId, method, path }, 'The desk could not be opened');
    response = problem(error, requestId);
  }
  response.headers.set('x-request-id', requestId);
  response.headers.set('x-content-type-options', 'nosniff');
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return response;
}

/** A year; browsers then ask over TLS only. */
const HSTS = 'max-age=31536000; includeSubDomains';
/** What the guards of a desk want to find in its log. */
const NOTED: ReadonlySet<number> = new Set([403, 429]);

async function worked(
  desk: House,
  work: (desk: House) => Promise<Response>,
  where: { readonly requestId: string; readonly method: string; readonly path: string },
): Promise<Response> {
  try {
    return await work(desk);
  } catch (error) {
    if (!isRefusal(error)) desk.log.error({ err: error, ...where }, 'A request met a bug');
    else if (NOTED.has(error.status)) desk.log.info({ code: error.code, ...where }, 'A request was refused');
    return problem(error, where.requestId);
  }
}

type Work = (desk: House, request: Request, params: Promise<object | undefined>) => Promise<unknown>;

function routeHandler(op: Operation, work: Work): RouteHandler {
  const handler: RouteHandler = (request, { params }) =>
    answered(async (desk) => {
      const reply = await work(desk, request, params);
      return reply instanceof Response ? reply : replyResponse(op, reply);
    }, op);
  return Object.assign(handler, { operation: op });
}

/** A reply that does not fit the contract is our bug: it becomes a 500 rather than a surprise. */
function replyResponse(op: Operation, reply: unknown): Response {
  const body = op.reply.parse(reply);
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  if (hasVersion(body)) headers.set('etag', entityTag(body.version));
  return new Response(JSON.stringify(body), { status: op.status, headers });
}

function hasVersion(body: unknown): body is { readonly version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}

/** The role that an operation asks for; a bug where it asks for none. */
function roleFor({ path, who }: Operation): Role {
  if (who === 'anyone') throw new Error(`${path} is open to anyone: use handleOpen`);
  return who;
}

async function signedCall<Op extends Operation>(
  desk: House,
  op: Op,
  who: Role,
  request: Request,
  params: Promise<object | undefined>,
): Promise<{ readonly call: Call<Op>; readonly session: string }> {
  const { actor, hash } = await signedIn(desk, request, op);
  const named = parseParams(op, await params);
  if (op.method !== 'GET') checkOrigin(request.headers, desk.env.baseUrl);
  checkBoundPerson(request.headers, actor);
  checkRole(actor, who);
  const version = op.versioned ? expectedVersion(request.headers) : 0;
  const opened = await openCall(desk, op, request, named, { actor, version });
  return { call: { ...opened, actor, version }, session: hash };
}

async function openCall<Op extends Operation>(
  desk: House,
  op: Op,
  request: Request,
  params: Call<Op>['params'],
  asked: { readonly actor: Actor; readonly version: number } | undefined,
): Promise<OpenCall<Op>> {
  const { method, headers } = request;
  const url = new URL(request.url);
  const query = parsed<Op['query']>(op.query, readQuery(url.searchParams));
  const key = op.method === 'GET' ? undefined : idempotencyKey(headers);
  const sent = op.method === 'GET' ? undefined : await readBody(desk, op, request);
  const body = parsed<Op['body']>(op.body, sent);
  const now = desk.now();
  return {
    params,
    query,
    body,
    db: desk.db,
    now,
    address: callerOf(request),
    newId: desk.newId,
    write: (work) => {
      if (key === undefined || asked === undefined) return desk.db.transact(work);
      const hash = requestHash({ method, address: url.pathname, version: asked.version, body: sent });
      return desk.db.transact((sql) =>
        once(sql, { userId: asked.actor.id, key, requestHash: hash, status: op.status, at: now }, () =>
          work(sql),
        ),
      );
    },
  };
}

async function readBody(desk: House, op: Operation, request: Request): Promise<unknown> {
  const sent = await readJson(request, op.upload ? desk.env.maxUploadBytes : BODY_LIMIT);
  if (sent === undefined) {
    if (!op.body.safeParse(undefined).success) {
      throw new Refusal('malformed', 'The request needs a body in JSON.');
    }
    return undefined;
  }
  // An article's text is normalised instead of refused.
  const isText = (path: string) => op.upload && /^(text|markdown|html|blocks\.\d+\.text)$/.test(path);
  const issues = unfitIn(sent, isText);
  if (issues.length > 0) throw unfit(issues);
  return sent;
}

function checkRole(actor: Actor, least: Role): void {
  if (roles.indexOf(actor.role) >= roles.indexOf(least)) return;
  throw new Refusal('forbidden', `This is for ${least === 'admin' ? 'admins' : `${least}s and admins`}.`);
}
