/**
 * What an HTTP operation is. Every operation of the desk is declared once as data: the server's `handle` enforces it,
 * the browser's `call` speaks it, the access test walks it.
 */
import { z } from 'zod';
import type { Role } from '@/domain/person';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly method: Method;
  /** With params in Next's spelling: `/api/articles/[id]`. */
  readonly path: string;
  /** The least role, or `anyone` for the few that need no sign-in. What more is asked, the policy says. */
  readonly who: 'anyone' | Role;
  /** Strings from the path. What does not fit names nothing: 404. */
  readonly params: Params;
  /** Strings from the query. What does not fit: 422. */
  readonly query: Query;
  /** JSON; `NoBody` for none. */
  readonly body: Body;
  readonly reply: Reply;
  /** Of the answer when all is well. */
  readonly status: 200 | 201;
  /** Whether `If-Match` with the version seen is required. */
  readonly versioned: boolean;
  /** Whether the body may be as large as an upload; other bodies end at 1 MiB. */
  readonly upload: boolean;
  /** Whether browsers ask it by themselves, somebody there or not: then it does not count as use of the session. */
  readonly background: boolean;
}

export const NoParams = z.object({});
export const NoQuery = z.strictObject({});
/** No body, or an empty object. */
export const NoBody = z.union([z.undefined(), z.strictObject({})]);
/** An answer that is a file or a stream, not JSON. */
export const RawReply = z.unknown();

/**
 * The header in which a write may name, by their id, the person who made it. The desk refuses it when somebody else is
 * signed in by then: 409 `other-person`, and nothing is written.
 */
export const ACTOR_HEADER = 'bluepencil-actor';

export const Id = z.uuid().toLowerCase();
export const IdParams = z.object({ id: Id });

/** An operation with what most have filled in: signed-in editors, no params, no query, no body, 200. */
export function operation<
  Reply extends z.ZodType,
  Params extends z.ZodType = typeof NoParams,
  Query extends z.ZodType = typeof NoQuery,
  Body extends z.ZodType = typeof NoBody,
>(given: {
  method: Method;
  path: string;
  who?: 'anyone' | Role;
  params?: Params;
  query?: Query;
  body?: Body;
  reply: Reply;
  status?: 200 | 201;
  versioned?: boolean;
  upload?: boolean;
  background?: boolean;
}): Operation<Params, Query, Body, Reply> {
  return {
    who: 'editor',
    status: 200,
    versioned: false,
    upload: false,
    background: false,
    ...given,
    // The defaults stand in exactly where the type parameters' defaults do.
    params: given.params ?? (NoParams as unknown as Params),
    query: given.query ?? (NoQuery as unknown as Query),
    body: given.body ?? (NoBody as unknown as Body),
  };
}

export const MOST_LISTED = 200;

/** `?limit` (at most 200) and `&cursor` of lists. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(50),
  cursor: z.string().max(500).optional(),
};

/** A page of a list; `nextCursor` is null at the end. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
