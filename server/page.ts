/** What server components ask: who is here, and the same use cases that the API answers with. */
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import type { Operation } from '@/domain/contract/operation';
import { type Actor, roles } from '@/domain/person';
import { isRefusal } from '@/domain/refusal';
import { house } from '@/server/house';
import { PATH_HEADER } from '@/server/path-header';
import { readActor } from '@/server/session';
import type { UseCase } from '@/server/use-case';

/** Who asks, by the headers of the request: layout, page and header ask in turn, the database once. */
const asking = new WeakMap<object, Promise<Actor | undefined>>();

/** Who asks for this page; undefined for nobody. */
export async function currentActor(): Promise<Actor | undefined> {
  // First, so that Next knows this page is made for each request and never at build time.
  const request = await headers();
  const known = asking.get(request) ?? house().then((desk) => readActor(desk, request.get('cookie')));
  asking.set(request, known);
  return known;
}

/** Who asks for this page; sends nobody to the sign-in page, and back here afterwards. */
export async function signedInActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor !== undefined) return actor;
  const path = (await headers()).get(PATH_HEADER);
  return redirect(path === null || path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
}

/** The desk's clock, in milliseconds since 1970: what the browser starts from, so that both render the same. */
export async function pageNow(): Promise<number> {
  return Date.parse((await house()).now());
}

/**
 * The reply that the API would give to a reading operation. Who is not signed in is sent to the sign-in page; what is
 * not there, or not for this person, becomes the not-found page. Other refusals are thrown.
 */
export async function readForPage<Op extends Operation>(
  op: Op,
  answer: UseCase<Op>,
  asked: { readonly params?: unknown; readonly query?: unknown } = {},
): Promise<z.output<Op['reply']>> {
  const actor = await signedInActor();
  if (op.who === 'anyone' || roles.indexOf(actor.role) < roles.indexOf(op.who)) notFound();
  const params = z.safeParse<Op['params']>(op.params, asked.params ?? {});
  const query = z.safeParse<Op['query']>(op.query, asked.query ?? {});
  if (!params.success || !query.success) notFound();
  const { db, newId, now } = await house();
  try {
    const reply = await answer({
      actor,
      params: params.data,
      query: query.data,
      body: z.parse<Op['body']>(op.body, undefined),
      version: 0,
      db,
      now: now(),
      address: 'page',
      newId,
      write: () => Promise.reject(new Error('a page does not write')),
    });
    return z.parse<Op['reply']>(op.reply, reply);
  } catch (error) {
    if (isRefusal(error) && error.code === 'not-found') notFound();
    throw error;
  }
}
