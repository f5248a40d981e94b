import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { clientOver, signInOverHttp } from '@/e2e/fixtures/client';
import { freePort } from '@/e2e/fixtures/free-port';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';

const first = 'Aid to the country has doubled in a year, the minister said.';
const second = 'The ministers will meet on Tuesday. Nobody knows what they will decide.';
const text = `${first}\n\n${second}`;
/** Enough that the page scrolls and its end is out of sight. */
const long = [first, ...Array.from({ length: 60 }, (_, at) => `Paragraph ${at} says little.`), second].join(
  '\n\n',
);

const isStream = (address: string) => new URL(address).pathname === '/api/events';

/** Opens a page and waits until the browser hears what others do. */
async function openLive(page: Page, path: string): Promise<void> {
  const stream = page.waitForResponse((response) => isStream(response.url()));
  await page.goto(path);
  await stream;
}

/** Notes every stream that a browser asks for. */
function countStreams(context: BrowserContext): { asked: number } {
  const streams = { asked: 0 };
  context.on('request', (request) => {
    if (isStream(request.url())) streams.asked += 1;
  });
  return streams;
}

test('what one person does appears at the others without reload', async ({
  page,
  openAs,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  const pages = [page, await openAs('editor2'), await openAs('reviewer')];
  for (const each of pages) await openLive(each, `/articles/${article.slug}`);
  const [, , reviewing = page] = pages;

  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  for (const each of pages) {
    await expect(each.getByRole('article', { name: /^Claim, Aid to the country has doubled/ })).toBeVisible();
    await expect(each.locator('mark')).toHaveCount(1);
  }
  await reviewing
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  await reviewing.getByRole('button', { name: 'Approve' }).click();
  for (const each of pages) {
    await expect(each.getByRole('article', { name: /^Claim.*approved$/ })).toBeVisible();
  }
  const editor = await api('editor');
  const { body } = await editor('GET', `/api/articles/${article.id}/annotations`);
  await editor('DELETE', `/api/annotations/${body.items[0].id}`, { version: 2 });
  for (const each of pages) await expect(each.locator('mark')).toHaveCount(0);
});

test('a selection survives a colleague’s mark in the same words, its new kind and its deletion', async ({
  page,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await openLive(page, `/articles/${article.slug}`);
  await selectWords(page, 'country has doubled in');
  const selection = () => page.evaluate(() => String(document.getSelection()));

  const mark = await newMark(article, { kind: 'claim', words: 'Aid to the country has', by: 'editor2' });
  await expect(page.locator('mark').first()).toBeVisible();
  expect(await selection()).toBe('country has doubled in');
  const colleague = await api('editor2');
  await colleague('PATCH', `/api/annotations/${mark.id}`, { version: 1, body: { kind: 'event' } });
  await expect(page.locator('mark[data-kind=event]').first()).toBeVisible();
  expect(await selection()).toBe('country has doubled in');
  await colleague('DELETE', `/api/annotations/${mark.id}`, { version: 2 });
  await expect(page.locator('mark')).toHaveCount(0);
  expect(await selection()).toBe('country has doubled in');

  await page.keyboard.press('q');
  await expect(page.getByRole('article', { name: /^Quote, country has doubled in/ })).toBeVisible();
});

test('a form that is being filled in keeps words, caret and place while others mark the same words', async ({
  page,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text: long });
  const mine = await newMark(article, { kind: 'claim', words: 'The ministers will meet on Tuesday' });
  await signIn(page, 'editor');
  await openLive(page, `/articles/${article.slug}#${mine.id}`);
  const card = page.getByRole('article', { name: /^Claim, The ministers/ });
  await expect(card.getByRole('button', { name: 'Edit' })).toBeVisible();
  await page.keyboard.press('Enter');
  const statement = page.getByLabel('Statement');
  await statement.fill('They meet on Tuesday.');
  await statement.press('Home');
  for (const _ of 'They ') await statement.press('ArrowRight');
  const where = () =>
    statement.evaluate((field) => {
      const { selectionStart } = field as HTMLTextAreaElement;
      const { top } = field.getBoundingClientRect();
      return { selectionStart, top, scroll: window.scrollY, isFocused: document.activeElement === field };
    });
  // The card glides to its place when it opens.
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const before = await where();
  expect(before).toMatchObject({ selectionStart: 5, isFocused: true });

  const others = await newMark(article, { kind: 'event', words: 'ministers will meet', by: 'editor2' });
  await newMark(article, { kind: 'quote', words: first, by: 'editor2' });
  await expect(page.locator('mark[data-kind=event]').first()).toBeAttached();
  const colleague = await api('editor2');
  await colleague('PATCH', `/api/annotations/${others.id}`, { version: 1, body: { kind: 'quote' } });
  await expect(page.locator('mark[data-kind=event]')).toHaveCount(0);
  await colleague('DELETE', `/api/annotations/${others.id}`, { version: 2 });
  await expect(page.locator('mark[data-kind=quote]').nth(1)).toHaveCount(0);
  await expect(statement).toHaveValue('They meet on Tuesday.');
  expect(await where()).toEqual(before);

  await colleague('DELETE', `/api/annotations/${mine.id}`, { version: 1 });
  await expect(page.getByText(/deleted/i).first()).toBeVisible();
  await expect(statement).toHaveValue('They meet on Tuesday.');
  await expect(statement).toBeFocused();
});

test('a quiet line counts what others did, leads to it and goes; the live region tells it in one sentence', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text: long });
  await signIn(page, 'editor');
  await openLive(page, `/articles/${article.slug}`);
  const far = await newMark(article, { kind: 'event', words: 'The ministers will meet', by: 'editor2' });
  await newMark(article, { kind: 'claim', words: 'Nobody knows', by: 'editor2' });
  await newMark(article, { kind: 'claim', words: 'Paragraph 59', by: 'reviewer' });
  const line = page.getByRole('button', { name: /changes? by/ });
  await expect(line).toHaveAccessibleName(/^3 changes by two people/);
  await expect(page.getByRole('status').filter({ hasText: '3 changes by two people.' })).toBeAttached();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);

  await line.click();
  await expect(page.getByRole('article', { name: /^Claim, Paragraph 59/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(line).toHaveAccessibleName(/^2 changes by Demo Editor Two/);
  await line.click();
  await expect(page.locator(`mark[data-mark="${far.id}"]`).first()).toBeInViewport();
  // What is in sight has been seen after a while.
  await expect(line).toHaveCount(0);
});

test('one’s own work in another window is no news', async ({ page, context, signIn, newArticle }) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await openLive(page, `/articles/${article.slug}`);
  const other = await context.newPage();
  await other.goto(`/articles/${article.slug}`);
  await selectWords(other, 'Nobody knows');
  await other.keyboard.press('c');
  await expect(page.getByRole('article', { name: /^Claim, Nobody knows/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /changes? by/ })).toHaveCount(0);
});

test('the board moves, and leaves the focus where it is', async ({
  page,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const word = `live${crypto.randomUUID().slice(0, 6)}`;
  const article = await newArticle({ text, headline: `The ${word} opens` });
  await signIn(page, 'reviewer');
  await openLive(page, `/?search=${word}`);
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: word }) });
  await expect(row).toContainText('no marks yet');
  await page.getByRole('link', { name: `The ${word} opens` }).focus();

  const mark = await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled' });
  await expect(row).toContainText('1 pending');
  const reviewer = await api('reviewer');
  await reviewer('POST', `/api/annotations/${mark.id}/reviews`, {
    version: 1,
    body: { decision: 'approve' },
  });
  await expect(row).toContainText('all decided');
  await expect(row).toContainText('ready');
  const editor = await api('editor');
  const changed = await editor('PATCH', `/api/articles/${article.id}`, {
    version: 1,
    body: { headline: `The ${word} closes` },
  });
  await expect(page.getByRole('link', { name: `The ${word} closes` })).toBeFocused();

  await newArticle({ text, headline: `Another ${word}` });
  await expect(page.getByRole('heading', { name: `Another ${word}` })).toBeVisible();
  await expect(page.getByRole('link', { name: `The ${word} closes` })).toBeFocused();
  await editor('DELETE', `/api/articles/${article.id}`, { version: changed.body.version });
  await expect(page.getByRole('heading', { name: `The ${word} closes` })).toHaveCount(0);
});

test('headline, archive, what leaves and names follow without reload', async ({
  page,
  context,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await openLive(page, `/articles/${article.slug}`);
  const leaving = await context.newPage();
  await leaving.goto(`/articles/${article.slug}/export?status=all`);
  await expect(leaving.getByText('No mark will be in it')).toBeVisible();
  const colleague = await api('editor2');
  const { body } = await colleague('PATCH', `/api/articles/${article.id}`, {
    version: 1,
    body: { headline: 'Bridge to close', deadline: '2031-05-01T12:00:00.000Z' },
  });
  await expect(page.getByRole('heading', { level: 1, name: 'Bridge to close' })).toBeVisible();
  await expect(page.getByText(/^Due .*1 May/)).toBeVisible();
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled', by: 'editor2' });
  await expect(leaving.getByText('1 mark will be in it')).toBeVisible();
  await colleague('DELETE', `/api/articles/${article.id}`, { version: body.version });
  await expect(page.getByText('It can be read and exported.')).toBeVisible();
  await colleague('POST', `/api/articles/${article.id}/restore`);
  await expect(page.getByText('It can be read and exported.')).toHaveCount(0);
});

test('the tabs of a browser share one stream, and go on without the one that had it', async ({
  page,
  context,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  const another = await newArticle({ text });
  await signIn(page, 'editor');
  const streams = countStreams(context);
  await openLive(page, `/articles/${article.slug}`);
  const board = await context.newPage();
  await board.goto(`/?search=${encodeURIComponent(article.headline)}`);
  const same = await context.newPage();
  await same.goto(`/articles/${article.slug}`);
  await newMark(article, { kind: 'claim', words: 'Nobody knows', by: 'editor2' });
  for (const tab of [page, same]) {
    await expect(tab.getByRole('article', { name: /^Claim, Nobody knows/ })).toBeVisible();
  }
  await expect(board.getByText('1 pending')).toBeVisible();
  expect(streams.asked).toBe(1);

  // Another article needs another stream in place of the first.
  const other = await context.newPage();
  const next = context.waitForEvent('response', (response) => isStream(response.url()));
  await other.goto(`/articles/${another.slug}`);
  await next;
  await newMark(another, { kind: 'event', words: 'will meet on Tuesday', by: 'editor2' });
  await expect(other.getByRole('article', { name: /^Event, will meet/ })).toBeVisible();
  expect(streams.asked).toBe(2);

  await page.close();
  await newMark(article, { kind: 'quote', words: 'what they will decide', by: 'editor2' });
  await expect(same.getByRole('article', { name: /^Quote, what they will decide/ })).toBeVisible();
  await expect(board.getByText('2 pending')).toBeVisible();
  await newMark(another, { kind: 'quote', words: 'what they will decide', by: 'editor2' });
  await expect(other.getByRole('article', { name: /^Quote, what they will decide/ })).toBeVisible();
});

test.describe('a desk of its own', () => {
  let folder: string;
  let running: ChildProcess | undefined;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bluepencil-live-'));
  });
  test.afterEach(() => {
    running?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  async function startDesk(port: number): Promise<void> {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/demo.ts'], {
      env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${join(folder, 'demo.db')}` },
      stdio: 'ignore',
    });
    running = child;
    await expect(async () => {
      expect((await fetch(`http://localhost:${port}/api/ready`)).status).toBe(200);
    }).toPass({ timeout: 60_000 });
  }

  test('that was away is caught up with', async ({ browser, playwright }) => {
    test.setTimeout(180_000);
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    await startDesk(port);
    const context = await browser.newContext({ baseURL: origin });
    await signInOverHttp(context.request, origin, 'editor');
    const requests = await playwright.request.newContext({ baseURL: origin });
    await signInOverHttp(requests, origin, 'editor2');
    const colleague = clientOver(requests, origin);
    const { body: article } = await colleague('POST', '/api/articles', { body: { headline: 'Talks', text } });
    const mark = (start: number, end: number) =>
      colleague('POST', `/api/articles/${article.id}/annotations`, {
        body: { revision: 1, kind: 'claim', spans: [{ start, end }] },
      });
    const page = await context.newPage();
    await openLive(page, `/articles/${article.slug}`);
    await mark(0, 3);
    await expect(page.locator('mark')).toHaveCount(1);

    running?.kill('SIGTERM');
    if (running !== undefined) await once(running, 'exit');
    await startDesk(port);
    // Before the browser comes back, as far as one can tell: either way it has to be there.
    await mark(4, 6);
    await mark(7, 10);
    await expect(page.locator('mark')).toHaveCount(3, { timeout: 30_000 });
    await mark(11, 18);
    await expect(page.locator('mark')).toHaveCount(4);
    await context.close();
    await requests.dispose();
  });
});
