/** A browser's Cache Storage and a desk, as small as the tests of the worker's logic need them. */
import { createKeeper, type Keeper, type KeeperWorld } from './keeper';

const ORIGIN = 'https://desk.test';

/** What the fake's parts are asked by: an address or a request. */
function urlOf(asked: RequestInfo | URL): string {
  return new URL(asked instanceof Request ? asked.url : String(asked), ORIGIN).href;
}

/** One cache, in the order of putting; `room` says how many entries fit before it throws as a full browser does. */
class FakeCache {
  readonly entries = new Map<string, { readonly body: string; readonly init: ResponseInit }>();
  private readonly room: number;
  constructor(room: number) {
    this.room = room;
  }
  async put(asked: RequestInfo | URL, response: Response): Promise<void> {
    const url = urlOf(asked);
    if (!this.entries.has(url) && this.entries.size >= this.room) {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    }
    const { status, headers } = response;
    this.entries.set(url, { body: await response.text(), init: { status, headers: new Headers(headers) } });
  }
  match(asked: RequestInfo | URL): Promise<Response | undefined> {
    const entry = this.entries.get(urlOf(asked));
    return Promise.resolve(entry && new Response(entry.body, entry.init));
  }
  keys(): Promise<Request[]> {
    return Promise.resolve([...this.entries.keys()].map((url) => new Request(url)));
  }
  delete(asked: RequestInfo | URL): Promise<boolean> {
    return Promise.resolve(this.entries.delete(urlOf(asked)));
  }
}

class FakeCaches {
  readonly all = new Map<string, FakeCache>();
  room = Number.POSITIVE_INFINITY;
  open(name: string): Promise<FakeCache> {
    const cache = this.all.get(name) ?? new FakeCache(name.includes('pages') ? this.room : Infinity);
    this.all.set(name, cache);
    return Promise.resolve(cache);
  }
  has = (name: string) => Promise.resolve(this.all.has(name));
  keys = () => Promise.resolve([...this.all.keys()]);
  delete = (name: string) => Promise.resolve(this.all.delete(name));
}

export interface FakeBrowser {
  readonly keeper: Keeper;
  readonly caches: FakeCaches;
  /** What the desk answers by path; what is not there is 404, and nothing at all when `isAway`. */
  readonly desk: Map<string, string>;
  /** What was asked of the desk, in order. */
  readonly asked: string[];
  isAway: boolean;
  /** Milliseconds since 1970; a second passes with every reading. */
  now: number;
  /** Called before each answer of the desk. */
  beforeAnswer: (path: string) => Promise<void>;
}

/** A browser that keeps nothing yet, and a desk that serves nothing but the page for when it is away. */
export function fakeBrowser(mostKept?: number): FakeBrowser {
  const caches = new FakeCaches();
  const browser: Omit<FakeBrowser, 'keeper'> = {
    caches,
    desk: new Map([['/offline', pageOf('Offline', [])]]),
    asked: [],
    isAway: false,
    now: Date.parse('2026-03-02T10:00:00Z'),
    beforeAnswer: () => Promise.resolve(),
  };
  const world: KeeperWorld = {
    // The fake has the parts that the keeper uses.
    caches: caches as unknown as CacheStorage,
    now() {
      browser.now += 1000;
      return browser.now;
    },
    async fetch(path) {
      browser.asked.push(path);
      await browser.beforeAnswer(path);
      if (browser.isAway) throw new TypeError('Failed to fetch');
      return answerOf(browser.desk.get(path), path, browser.now);
    },
  };
  return Object.assign(browser, { keeper: createKeeper(world, mostKept) });
}

/** A page that loads the scripts named. */
export function pageOf(title: string, scripts: readonly string[]): string {
  const tags = scripts.map((name) => `<script async="" src="/_next/static/chunks/${name}"></script>`);
  return `<html><head><title>${title} · Bluepencil</title>${tags.join('')}</head></html>`;
}

function answerOf(body: string | undefined, path: string, now: number): Response {
  const type = path.startsWith('/_next/') ? 'text/javascript' : 'text/html; charset=utf-8';
  const headers = {
    'content-type': type,
    'content-security-policy': "script-src 'nonce-1'",
    vary: 'rsc',
    date: new Date(now).toUTCString(),
  };
  return body === undefined ? new Response('', { status: 404 }) : new Response(body, { headers });
}
