/**
 * What the worker answers in place of the network: pages from the desk when it answers soon, else from the copy; files of
 * the program from the copy at once. Nothing of `/api` is ever answered here: what comes from there is the desk's word.
 */
import { COPY_METRIC, notes, OFFLINE_PAGE } from './copies';
import { FILES_PATH } from './files-of';
import type { Keeper } from './keeper';

/** How long the desk may take when there is a copy, in milliseconds: a network that hangs must not hang the desk. */
export const PATIENCE = 3000;

/** What a gateway says of a desk that is away; the desk itself never answers a page so. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/** What is asked for, as far as the answer depends on it. */
export type Asked = 'page' | 'flight' | 'file' | 'other';

/** What a request to our own origin is for; `flight` is how Next fetches a page that a link leads to. */
export function askedBy({ method, mode, url, headers }: Request): Asked {
  const { pathname } = new URL(url);
  if (method !== 'GET' || pathname.startsWith('/api/')) return 'other';
  if (pathname.startsWith(FILES_PATH)) return 'file';
  if (mode === 'navigate') return 'page';
  return headers.get('rsc') === '1' ? 'flight' : 'other';
}

/** The page from the desk, from the copy, or in its place the page that says what there is. */
export async function answerPage(keeper: Keeper, url: string, network: Promise<Response>): Promise<Response> {
  const { pathname, search } = new URL(url);
  const coming = orNothing(network);
  const copy = await keeper.find(pathname);
  const answer = await (copy === undefined ? coming : inTime(coming));
  if (answer !== undefined && !AWAY.has(answer.status)) return answer;
  // The page is kept as it is without a filter; at another address its script would find itself elsewhere.
  if (copy !== undefined) return search === '' ? marked(copy) : Response.redirect(new URL(pathname, url));
  const instead = await keeper.find(OFFLINE_PAGE);
  if (instead !== undefined) return marked(instead);
  return answer ?? Response.error();
}

/**
 * The answer to Next's own request for a page. Where the desk is away, an answer that is none leads Next to open the
 * address as a whole page, which then comes from the copy.
 */
export async function answerFlight(
  keeper: Keeper,
  url: string,
  network: Promise<Response>,
): Promise<Response> {
  const coming = orNothing(network);
  const copy = await keeper.find(new URL(url).pathname);
  const answer = await (copy === undefined ? coming : inTime(coming));
  if (answer !== undefined && !AWAY.has(answer.status)) return answer;
  return new Response(null, { status: 204 });
}

/** The copy, saying that it is one. */
function marked(copy: Response): Response {
  const headers = new Headers(copy.headers);
  headers.set('server-timing', `${COPY_METRIC};desc="${headers.get(notes.at) ?? ''}"`);
  return new Response(copy.body, { headers });
}

/** The network's answer; undefined where none came. */
async function orNothing(network: Promise<Response>): Promise<Response | undefined> {
  try {
    return await network;
  } catch {
    return undefined;
  }
}

/** The answer, or undefined where it takes longer than one waits. */
async function inTime(answer: Promise<Response | undefined>): Promise<Response | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}
