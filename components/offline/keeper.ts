/**
 * Keeps copies of pages for when the desk cannot be reached. A page is kept once everything that it needs is, so that a
 * kept page works whatever build the desk runs by then; one thing is kept at a time, in the order asked for.
 */
import { copiesOf, dataPath, FILES, holdsCopies, isKeptKind, notes, OFFLINE_PAGE, OURS } from './copies';
import { filesOfFile, filesOfPage } from './files-of';
import { articlesIn, pagesIn, sizeOf } from './kept-pages';

/** The browser, as far as keeping needs it. */
export interface KeeperWorld {
  readonly caches: CacheStorage;
  readonly fetch: (address: string) => Promise<Response>;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** What was known on a page at an instant. */
interface Known {
  readonly personId: string;
  readonly path: string;
  readonly at: string;
  readonly data: string;
}

export interface Keeper {
  /** Keeps the page at the path for the person, as `page` if given, else as the desk gives it now. */
  readonly keepPage: (asked: {
    readonly personId: string;
    readonly path: string;
    readonly page: Response | undefined;
  }) => Promise<void>;
  /** Keeps what was known on a page as soon as that is kept; of an older moment than what is kept already, nothing. */
  readonly keepData: (known: Known) => Promise<void>;
  /** Drops everybody's copies but those of the person named, at once. */
  readonly forget: (except?: string) => Promise<void>;
  /** The kept page at the path. */
  readonly find: (path: string) => Promise<Response | undefined>;
  /** A file of the program: kept, else fetched and then kept. */
  readonly file: (address: string) => Promise<Response>;
  /** Drops what an earlier version of this program kept in another way. */
  readonly clear: () => Promise<void>;
}

/** How many articles are kept, those opened last. */
export const MOST_ARTICLES = 20;
/** How much of pages and data together, in UTF-16 code units; the page opened last stays in any case. */
const MOST_KEPT = 60_000_000;
/**
 * How long a file that no kept page needs stays, in milliseconds: for tabs that are open since before a new build. The page
 * for when the desk is away is asked for anew as seldom.
 */
export const GRACE = 24 * 60 * 60 * 1000;

/** A keeper in a browser; `mostKept` as above, unless given. */
export function createKeeper({ caches, fetch, now }: KeeperWorld, mostKept = MOST_KEPT): Keeper {
  let queue: Promise<unknown> = Promise.resolve();
  /** Whose copies stayed each time that others were dropped, so that what was under way then is not kept after all. */
  const forgotten: (string | undefined)[] = [];

  /** Told before its page was kept. */
  let early: Known | undefined;

  function inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  const keepPage: Keeper['keepPage'] = async ({ personId, path, page: given }) => {
    if (!isKeptKind(path)) return;
    const asked = forgotten.length;
    await inTurn(async () => {
      await forgetOthers(personId);
      const wanted = { path, personId, asked };
      // First, so that wherever something is kept there is also the page that lists it.
      if (!isYoung(await (await caches.open(copiesOf(personId))).match(OFFLINE_PAGE), notes.at)) {
        await keepOne({ ...wanted, path: OFFLINE_PAGE, page: await fetch(OFFLINE_PAGE) });
      }
      await keepOne({ ...wanted, page: given ?? (await fetch(path)) });
      if (early?.path === path && early.personId === personId) {
        await putData(early);
        early = undefined;
      }
      await makeRoom(personId);
      await dropFiles();
    });
  };

  async function keepOne(asked: {
    readonly path: string;
    readonly personId: string;
    readonly asked: number;
    readonly page: Response;
  }): Promise<void> {
    const { page, path } = asked;
    if (!isPage(page)) return;
    const html = await page.text();
    const needed = await keepFiles(html);
    const headers = new Headers(page.headers);
    for (const name of notOfCopies) headers.delete(name);
    headers.set(notes.at, new Date(now()).toISOString());
    headers.set(notes.size, String(html.length));
    headers.set(notes.files, needed.join(' '));
    headers.set(notes.title, encodeURIComponent(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''));
    const copies = await caches.open(copiesOf(asked.personId));
    if (forgotten.slice(asked.asked).some((except) => except !== asked.personId)) {
      await caches.delete(copiesOf(asked.personId));
      throw new Error(`${path} is nobody's to keep any more`);
    }
    await put(copies, path, new Response(html, { headers }));
    for (const address of needed.filter(isFont)) await file(address);
  }

  /** Puts a copy; where the browser has no room for it, in place of the article opened longest ago. */
  async function put(copies: Cache, address: string, copy: Response): Promise<void> {
    try {
      await copies.put(address, copy.clone());
    } catch (error) {
      const oldest = (await articlesIn(copies)).findLast(({ path }) => !address.startsWith(path));
      if (oldest === undefined) throw error;
      await drop(copies, oldest.path);
      await put(copies, address, copy);
    }
  }

  /**
   * Keeps everything that the page can need, but for fonts, and gives all addresses; throws when something does not come.
   */
  async function keepFiles(html: string): Promise<readonly string[]> {
    const needed = new Set(filesOfPage(html));
    for (const address of needed) {
      // Without one of its fonts a page is still whole.
      if (isFont(address)) continue;
      const response = await file(address);
      if (!response.ok) throw new Error(`${address} is not there any more`);
      for (const named of filesOfFile(await response.text())) needed.add(named);
    }
    return [...needed];
  }

  async function file(address: string): Promise<Response> {
    const files = await caches.open(FILES);
    const kept = await files.match(address, { ignoreVary: true });
    if (kept !== undefined) return kept;
    const response = await fetch(address);
    if (response.status === 200) {
      const copy = response.clone();
      // A file that there is no room for comes from the desk each time.
      await files.put(address, copy).catch(() => undefined);
    }
    return response;
  }

  const keepData: Keeper['keepData'] = (known) =>
    inTurn(async () => {
      const isKept =
        (await caches.has(copiesOf(known.personId))) &&
        (await (await caches.open(copiesOf(known.personId))).match(known.path)) !== undefined;
      if (isKept) await putData(known);
      else early = known;
    });

  async function putData({ personId, path, at, data }: Known): Promise<void> {
    const copies = await caches.open(copiesOf(personId));
    const before = (await copies.match(dataPath(path)))?.headers.get(notes.at) ?? '';
    if (before >= at) return;
    const headers = {
      'content-type': 'application/json',
      [notes.at]: at,
      [notes.size]: String(data.length),
    };
    await put(copies, dataPath(path), new Response(data, { headers }));
    await makeRoom(personId);
  }

  /** Drops the articles opened longest ago until what is left is few and small enough. */
  async function makeRoom(personId: string): Promise<void> {
    const copies = await caches.open(copiesOf(personId));
    let size = 0;
    for (const [index, page] of (await articlesIn(copies)).entries()) {
      size += page.size + sizeOf(await copies.match(dataPath(page.path)));
      if (index < MOST_ARTICLES && (size <= mostKept || index === 0)) continue;
      await drop(copies, page.path);
    }
  }

  /** Whether a copy is of the last day, by the instant in one of its headers. */
  function isYoung(copy: Response | undefined, header: string): boolean {
    return Date.parse(copy?.headers.get(header) ?? '') > now() - GRACE;
  }

  /** Drops the files that no kept page needs and that no tab can be expected to need. */
  async function dropFiles(): Promise<void> {
    const needed = new Set<string>();
    for (const name of await caches.keys()) {
      if (!holdsCopies(name)) continue;
      for (const page of await pagesIn(await caches.open(name))) {
        for (const address of page.files) needed.add(address);
      }
    }
    const files = await caches.open(FILES);
    for (const request of await files.keys()) {
      const address = new URL(request.url).pathname;
      if (needed.has(address)) continue;
      if (!isYoung(await files.match(request), 'date')) await files.delete(request);
    }
  }

  async function forgetOthers(except: string | undefined): Promise<void> {
    for (const name of await caches.keys()) {
      if (holdsCopies(name) && (except === undefined || name !== copiesOf(except))) await caches.delete(name);
    }
  }

  return {
    keepPage,
    keepData,
    async forget(except) {
      forgotten.push(except);
      if (early?.personId !== except) early = undefined;
      await forgetOthers(except);
    },
    async find(path) {
      for (const name of await caches.keys()) {
        if (!holdsCopies(name)) continue;
        const page = await (await caches.open(name)).match(path, { ignoreVary: true });
        if (page !== undefined) return page;
      }
      return undefined;
    },
    file,
    async clear() {
      for (const name of await caches.keys()) {
        const isPresent = name === FILES || holdsCopies(name);
        if (name.startsWith(OURS) && !isPresent) await caches.delete(name);
      }
    },
  };
}

/** Headers that say how an answer was carried, not what it is. */
const notOfCopies = ['content-encoding', 'content-length', 'link', 'set-cookie', 'vary'] as const;

/** A page as asked for: not the sign-in page that somebody was led to, not a refusal. */
function isPage(response: Response): boolean {
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  return response.status === 200 && !response.redirected && isHtml;
}

function isFont(address: string): boolean {
  return address.includes('.woff');
}

async function drop(copies: Cache, path: string): Promise<void> {
  await copies.delete(path);
  await copies.delete(dataPath(path));
}
