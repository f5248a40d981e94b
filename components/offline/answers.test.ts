import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { answerFlight, answerPage, askedBy, PATIENCE } from './answers';
import { type FakeBrowser, fakeBrowser, pageOf } from './fake-browser';

const origin = 'https://desk.test';
const article = `${origin}/articles/a`;

let browser: FakeBrowser;
beforeEach(async () => {
  browser = fakeBrowser();
  browser.desk.set('/articles/a', pageOf('A', []));
  await browser.keeper.keepPage({ personId: 'ann', path: '/articles/a', page: undefined });
});

const gone = () => Promise.reject<Response>(new TypeError('Failed to fetch'));
const never = () => new Promise<Response>(() => undefined);
const with_ = (status: number) => Promise.resolve(new Response('from the network', { status }));

describe('what a request is for', () => {
  const request = (path: string, init: RequestInit = {}) => new Request(origin + path, init);
  const navigation = (path: string) => {
    const asked = request(path);
    // A program cannot make a navigation, only a browser can.
    Object.defineProperty(asked, 'mode', { value: 'navigate' });
    return asked;
  };
  test.each([
    { name: 'a page', asked: navigation('/articles/a'), is: 'page' },
    { name: 'a download', asked: navigation('/api/articles/1/export/csv'), is: 'other' },
    {
      name: 'a link followed in place',
      asked: request('/articles/a?_rsc=1', { headers: { rsc: '1' } }),
      is: 'flight',
    },
    { name: 'a script', asked: request('/_next/static/chunks/a.js'), is: 'file' },
    { name: 'the list of marks', asked: request('/api/articles/1/annotations'), is: 'other' },
    { name: 'who is here', asked: request('/api/me'), is: 'other' },
    { name: 'the stream', asked: request('/api/events'), is: 'other' },
    { name: 'the handshake', asked: request('/api/auth/csrf'), is: 'other' },
    { name: 'an api address in disguise', asked: request('/api/me', { headers: { rsc: '1' } }), is: 'other' },
    { name: 'a write', asked: request('/articles/a', { method: 'POST' }), is: 'other' },
    { name: 'anything else', asked: request('/favicon.ico'), is: 'other' },
  ] as const)('$name: $is', ({ asked, is }) => {
    expect(askedBy(asked)).toBe(is);
  });
});

describe('a page', () => {
  test.each([200, 404, 403, 500])('with %i comes from the desk when it answers', async (status) => {
    const answer = await answerPage(browser.keeper, article, with_(status));
    expect([answer.status, await answer.text()]).toEqual([status, 'from the network']);
  });

  test.each([
    { name: 'no network', network: gone },
    ...[502, 503, 504].map((status) => ({ name: `a gateway's ${status}`, network: () => with_(status) })),
  ])('comes from the copy with $name, and says so', async ({ network }) => {
    const answer = await answerPage(browser.keeper, article, network());
    expect(await answer.text()).toContain('<title>A');
    expect(answer.headers.get('server-timing')).toMatch(/^kept;desc="2026-03-02T10:00:\d\d\.000Z"$/);
    expect(answer.headers.get('content-security-policy')).toContain('nonce-1');
  });

  test('at an address with a filter leads to the kept one', async () => {
    const answer = await answerPage(browser.keeper, `${article}?kind=quote`, gone());
    expect(answer.headers.get('location')).toBe(article);
  });

  test('that is not kept is told so, at any address', async () => {
    const answer = await answerPage(browser.keeper, `${origin}/articles/b?kind=quote`, gone());
    expect(await answer.text()).toContain('<title>Offline');
  });

  test('is the gateway’s own where nothing is kept', async () => {
    await browser.keeper.forget();
    expect((await answerPage(browser.keeper, article, with_(502))).status).toBe(502);
    expect((await answerPage(browser.keeper, article, gone())).type).toBe('error');
  });
});

describe('a desk that hangs', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([
    { name: 'page', answer: answerPage, says: '<title>A' },
    { name: 'flight', answer: answerFlight, says: '' },
  ])('is not waited for where there is a copy: $name', async ({ answer, says }) => {
    const answered = answer(browser.keeper, article, never());
    await vi.advanceTimersByTimeAsync(PATIENCE);
    expect(await (await answered).text()).toContain(says);
  });

  test('is waited for where there is none', async () => {
    let isAnswered = false;
    void answerPage(browser.keeper, `${origin}/articles/b`, never()).then(() => {
      isAnswered = true;
    });
    await vi.advanceTimersByTimeAsync(10 * PATIENCE);
    expect(isAnswered).toBe(false);
  });
});

describe('a link followed in place', () => {
  test('is the desk’s answer when there is one', async () => {
    expect((await answerFlight(browser.keeper, article, with_(200))).status).toBe(200);
  });

  test.each([
    { name: 'a kept page', url: article },
    { name: 'one that is not', url: `${origin}/articles/b` },
  ])('leads to the whole page when there is none: $name', async ({ url }) => {
    const answer = await answerFlight(browser.keeper, url, gone());
    expect([answer.status, answer.body]).toEqual([204, null]);
  });
});
