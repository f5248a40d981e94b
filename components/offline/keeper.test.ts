import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { copiesOf, FILES, OFFLINE_PAGE } from './copies';
import { type FakeBrowser, fakeBrowser, pageOf } from './fake-browser';
import { GRACE, MOST_ARTICLES } from './keeper';
import { articlesIn } from './kept-pages';

const chunk = (name: string) => `/_next/static/chunks/${name}`;

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser();
  browser.desk.set('/articles/a', pageOf('A', ['main-1.js']));
  browser.desk.set(chunk('main-1.js'), 'load("static/chunks/form-1.js")');
  browser.desk.set(chunk('form-1.js'), 'form');
});

const open = (path: string, personId = 'ann') => browser.keeper.keepPage({ personId, path, page: undefined });
const files = async () =>
  (await (await browser.caches.open(FILES)).keys()).map(({ url }) => new URL(url).pathname).sort();
const kept = async (personId = 'ann') => {
  const cache = await browser.caches.open(copiesOf(personId));
  return (await articlesIn(cache as unknown as Cache)).map(({ path }) => path);
};

describe('a kept page', () => {
  test('comes with its policy and its title, and with every file that it may ever load', async () => {
    await open('/articles/a');
    browser.isAway = true;
    const page = await browser.keeper.find('/articles/a');
    expect(await page?.text()).toContain('main-1.js');
    expect(page?.headers.get('content-security-policy')).toContain('nonce-1');
    expect(page?.headers.get('vary')).toBeNull();
    for (const name of ['main-1.js', 'form-1.js']) {
      expect((await browser.keeper.file(chunk(name))).status).toBe(200);
    }
  });

  test.each([
    { name: 'a file that is not there any more', break: () => browser.desk.delete(chunk('form-1.js')) },
    { name: 'a page that is not there', break: () => browser.desk.delete('/articles/a') },
    {
      name: 'a network that goes meanwhile',
      break: () => {
        browser.beforeAnswer = (path) => {
          browser.isAway ||= path.endsWith('form-1.js');
          return Promise.resolve();
        };
      },
    },
  ])('is not half there: $name', async ({ break: breakIt }) => {
    breakIt();
    await open('/articles/a').catch(() => undefined);
    expect(await browser.keeper.find('/articles/a')).toBeUndefined();
  });

  test('stays with its own files when a new build is not whole yet, and goes over to it when it is', async () => {
    await open('/articles/a');
    browser.desk.set('/articles/a', pageOf('A', ['main-2.js']));
    browser.desk.delete(chunk('main-1.js'));
    browser.desk.delete(chunk('form-1.js'));
    await expect(open('/articles/a')).rejects.toThrow('main-2.js is not there any more');
    expect(await (await browser.keeper.find('/articles/a'))?.text()).toContain('main-1.js');
    expect((await browser.keeper.file(chunk('form-1.js'))).status).toBe(200);

    browser.desk.set(chunk('main-2.js'), 'no more forms');
    browser.now += GRACE;
    await open('/articles/a');
    expect(await (await browser.keeper.find('/articles/a'))?.text()).toContain('main-2.js');
    expect(await files()).toEqual([chunk('main-2.js')]);
  });

  test('of the build before keeps its files as long as it is kept, and open tabs theirs for a day', async () => {
    await open('/articles/a');
    browser.desk.set('/articles/b', pageOf('B', ['main-2.js']));
    browser.desk.set(chunk('main-2.js'), '');
    browser.now += GRACE;
    await open('/articles/b');
    expect(await files()).toEqual([chunk('form-1.js'), chunk('main-1.js'), chunk('main-2.js')]);
    browser.desk.set(chunk('lazy-2.js'), '');
    await browser.keeper.file(chunk('lazy-2.js'));
    await open('/articles/b');
    expect(await files()).toContain(chunk('lazy-2.js'));
    browser.now += GRACE;
    await open('/articles/b');
    expect(await files()).not.toContain(chunk('lazy-2.js'));
  });

  test('lacks a font rather than not being kept', async () => {
    browser.desk.set(chunk('main-1.js'), 'url(../media/serif.woff2)');
    await open('/articles/a');
    expect(await kept()).toEqual(['/articles/a']);
  });

  test.each(['/sign-in', '/articles/new', '/articles/a/export', '/admin', '/api/me'])(
    '%s is none',
    async (path) => {
      browser.desk.set(path, pageOf('Not kept', []));
      await open(path);
      expect(await browser.keeper.find(path)).toBeUndefined();
    },
  );

  test('is not what somebody was led to instead', async () => {
    const page = new Response(pageOf('Sign in', []), { headers: { 'content-type': 'text/html' } });
    Object.defineProperty(page, 'redirected', { value: true });
    await browser.keeper.keepPage({ personId: 'ann', path: '/articles/a', page });
    expect(await browser.keeper.find('/articles/a')).toBeUndefined();
  });
});

describe('room', () => {
  test('is for the articles opened last, whatever is opened in whatever order', async () => {
    const paths = Array.from({ length: MOST_ARTICLES + 5 }, (_, at) => `/articles/${at}`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...paths), { maxLength: 60 }), async (opened) => {
        browser = fakeBrowser();
        for (const path of paths) browser.desk.set(path, pageOf(path, []));
        for (const path of opened) await open(path);
        const last = [...new Set(opened.toReversed())].slice(0, MOST_ARTICLES);
        expect(await kept()).toEqual(last);
        expect((await browser.keeper.find(OFFLINE_PAGE)) !== undefined).toBe(opened.length > 0);
      }),
      { numRuns: 10 },
    );
  });

  test('is not for more than there is, but always for the one opened last', async () => {
    const mostKept = 10_000;
    browser = fakeBrowser(mostKept);
    for (const name of ['a', 'b', 'c']) browser.desk.set(`/articles/${name}`, pageOf(name, []));
    const known = (path: string, length: number) =>
      browser.keeper.keepData({
        personId: 'ann',
        path,
        at: '2026-03-02T10:00:00Z',
        data: ' '.repeat(length),
      });
    await open('/articles/a');
    await known('/articles/a', mostKept / 2);
    await open('/articles/b');
    await known('/articles/b', mostKept / 2);
    expect(await kept()).toEqual(['/articles/b']);
    await open('/articles/c');
    await known('/articles/c', mostKept + 1);
    expect(await kept()).toEqual(['/articles/c']);
  });

  test('that the browser does not give is taken from the article opened longest ago', async () => {
    browser.caches.room = 3;
    for (const name of ['a', 'b', 'c']) browser.desk.set(`/articles/${name}`, pageOf(name, []));
    for (const name of ['a', 'b', 'c']) await open(`/articles/${name}`);
    expect(await kept()).toEqual(['/articles/c', '/articles/b']);
  });
});

describe('what is known last', () => {
  const known = (at: string, data: string, personId = 'ann') =>
    browser.keeper.keepData({ personId, path: '/articles/a', at, data });
  const data = async () =>
    (await (await browser.caches.open(copiesOf('ann'))).match('/articles/a?known'))?.text();

  test('is kept beside a kept page, the newest of all tabs', async () => {
    await open('/articles/a');
    await known('2026-03-02T10:00:02Z', 'newer');
    await known('2026-03-02T10:00:01Z', 'older');
    expect(await data()).toBe('newer');
  });

  test('may be told before its page is kept', async () => {
    await known('2026-03-02T10:00:00Z', 'early');
    expect(await data()).toBeUndefined();
    await open('/articles/a');
    expect(await data()).toBe('early');
  });

  test.each(['ben', undefined])('told early it is forgotten with the rest, but for %s', async (except) => {
    await known('2026-03-02T10:00:00Z', 'early');
    await browser.keeper.forget(except);
    await open('/articles/a');
    expect(await data()).toBeUndefined();
  });

  test('goes with its page, and is nothing without it', async () => {
    await open('/articles/a');
    await known('2026-03-02T10:00:00Z', 'kept');
    await browser.keeper.forget();
    await known('2026-03-02T10:00:01Z', 'of a tab that is still open');
    expect(browser.caches.all.has(copiesOf('ann'))).toBe(false);
  });
});

describe('copies are one person’s', () => {
  test('somebody else’s first page drops them', async () => {
    await open('/articles/a');
    browser.desk.set('/articles/b', pageOf('B', []));
    await open('/articles/b', 'ben');
    expect(await browser.keeper.find('/articles/a')).toBeUndefined();
    expect(await kept('ben')).toEqual(['/articles/b']);
  });

  test.each([
    { name: 'a sign-out', except: undefined },
    { name: 'somebody else’s page', except: 'ben' },
  ])('$name while a page is being kept leaves nothing of it', async ({ except }) => {
    browser.beforeAnswer = async (path) => {
      if (path.endsWith('form-1.js')) await browser.keeper.forget(except);
    };
    await expect(open('/articles/a')).rejects.toThrow('nobody');
    expect(await browser.keeper.find('/articles/a')).toBeUndefined();
    expect(browser.caches.all.has(copiesOf('ann'))).toBe(false);
  });

  test('another tab of the same person takes nothing away', async () => {
    browser.beforeAnswer = async (path) => {
      if (path.endsWith('form-1.js')) await browser.keeper.forget('ann');
    };
    await open('/articles/a');
    expect(await kept()).toEqual(['/articles/a']);
  });
});

test('what an earlier version kept in another way is dropped; caches of others are not touched', async () => {
  for (const name of ['bluepencil-pages-0-ann', 'bluepencil-files-0', 'another-program']) {
    await browser.caches.open(name);
  }
  await open('/articles/a');
  await browser.keeper.clear();
  expect([...browser.caches.all.keys()].sort()).toEqual(['another-program', FILES, copiesOf('ann')].sort());
});

test('files are asked for once, and a failure is not kept', async () => {
  await browser.keeper.file(chunk('main-1.js'));
  await browser.keeper.file(chunk('main-1.js'));
  expect((await browser.keeper.file(chunk('gone.js'))).status).toBe(404);
  expect(browser.asked).toEqual([chunk('main-1.js'), chunk('gone.js')]);
  expect(await files()).toEqual([chunk('main-1.js')]);
});
