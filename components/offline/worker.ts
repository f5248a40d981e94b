/**
 * The service worker: keeps the pages opened last and answers with them while the desk cannot be reached. Built to one
 * file by `scripts/build-worker.ts` and served as `/worker.js`.
 */
import { answerFlight, answerPage, askedBy } from './answers';
import { isKeptKind } from './copies';
import { createKeeper } from './keeper';
import { Message } from './messages';
import type { Fetching, WorkerScope } from './worker-scope';

// What a service worker finds as its global object is no page's.
const scope = globalThis as unknown as WorkerScope;

const keeper = createKeeper({ caches, fetch: (address) => fetch(address), now: Date.now });

/** The page that was given last and may be asked to be kept, with the id of the tab that it went to. */
let given: { readonly clientId: string; readonly path: string; readonly page: Response } | undefined;

scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));

scope.addEventListener('activate', (event) => event.waitUntil(begin()));

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (new URL(request.url).origin !== scope.location.origin) return;
  const asked = askedBy(request);
  if (asked === 'file') event.respondWith(keeper.file(new URL(request.url).pathname));
  if (asked === 'flight') event.respondWith(answerFlight(keeper, request.url, fetch(request)));
  if (asked === 'page') {
    const page = open(event);
    event.respondWith(answerPage(keeper, request.url, page));
    // Also where the copy was quicker: the browser complains of an answer that nobody waited for.
    event.waitUntil(page.catch(() => undefined));
  }
});

scope.addEventListener('message', (event) => {
  const message = Message.safeParse(event.data);
  // A page of another version may say what this one does not understand.
  if (message.success) event.waitUntil(hear(message.data, event.source?.id));
});

/** Takes over from an earlier version without a reload: copies are whole, whichever version answers with them. */
async function begin(): Promise<void> {
  await keeper.clear();
  await scope.registration.navigationPreload?.enable();
  await scope.clients.claim();
}

/** Fetches the page that is navigated to, and sets a copy aside for when it asks to be kept. */
async function open({ request, preloadResponse, resultingClientId }: Fetching): Promise<Response> {
  const page = (await preloadResponse) ?? (await fetch(request));
  const { pathname, search } = new URL(request.url);
  if (search === '' && isKeptKind(pathname)) {
    given = { clientId: resultingClientId, path: pathname, page: page.clone() };
  }
  return page;
}

async function hear(message: Message, clientId: string | undefined): Promise<void> {
  switch (message.type) {
    case 'opened': {
      const isGiven = given?.clientId === clientId && given?.path === message.path;
      const page = isGiven ? given?.page : undefined;
      if (isGiven) given = undefined;
      return keepCalmly(() => keeper.keepPage({ ...message, page }));
    }
    case 'known':
      return keepCalmly(() => keeper.keepData(message));
    case 'forget':
      given = undefined;
      return keeper.forget(message.except);
  }
}

/** What cannot be kept now (no network, no room) is kept the next time; nobody waits for it. */
async function keepCalmly(keep: () => Promise<void>): Promise<void> {
  try {
    await keep();
  } catch {
    given = undefined;
  }
}
