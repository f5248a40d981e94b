/** What is unsent outlives the network, the tab, the browser and the server, and reaches the desk once and in order. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { Article } from '@/domain/article';
import { AnnotationList } from '@/domain/contract/annotations';
import { type Client, clientOver, signInOverHttp, type Who } from '@/e2e/fixtures/client';
import { loseStorage } from '@/e2e/fixtures/lose-storage';
import { type OwnBrowser, ownBrowser } from '@/e2e/fixtures/own-browser';
import { ownDesk } from '@/e2e/fixtures/own-desk';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';

const MARKS = 50;
/** The goal of `promises.md` is 5 s from the network's return; a test uses it, times ten, only as its time-out. */
const DRAINED_WITHIN = 50_000;

const text = 'Aid to the country has doubled in a year, he said. The ministers will meet on Tuesday.';
const writes = /\/api\/(annotations|articles\/[^/]+\/annotations)/;

const line = (page: Page) => page.getByRole('status', { name: 'State of your work' });

/** Sentences that no two of them begin alike. */
function sentences(count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `Statement ${String(index + 1).padStart(2, '0')} is checked.`,
  );
}

/** All sentences, not in the order of the text. */
function shuffled(count: number): string[] {
  const all = sentences(count);
  return all.map((_, index) => all[(index * 7) % count] ?? '');
}

/** The transport fails for writes as it does when the network is gone; what is read still comes. Gives the way back. */
async function cutWrites(context: BrowserContext): Promise<() => Promise<void>> {
  await context.route(writes, async (route) => {
    if (route.request().method() === 'GET') await route.continue();
    else await route.abort('internetdisconnected');
  });
  return () => context.unroute(writes);
}

async function apiOf(context: BrowserContext, origin: string, who: Who): Promise<Client> {
  await signInOverHttp(context.request, origin, who);
  return clientOver(context.request, origin);
}

async function makeArticle(client: Client, headline: string, count: number): Promise<Article> {
  const { body } = await client('POST', '/api/articles', {
    body: { headline, text: sentences(count).join(' ') },
  });
  return Article.parse(body);
}

/** Marks the sentences one after the other, and sees each time that nothing of it is taken for saved. */
async function markOffline(page: Page, words: readonly string[]): Promise<void> {
  for (const [index, sentence] of words.entries()) {
    await selectWords(page, sentence);
    await expect(page.getByRole('toolbar')).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByRole('toolbar')).toBeHidden();
    await expect(line(page)).toContainText(`Offline, ${index + 1} unsent`);
  }
}

/** The words of the marks on the desk, in the order in which the desk took them. */
async function takenInOrder(client: Client, articleId: string): Promise<string[]> {
  const { body } = await client('GET', `/api/articles/${articleId}/annotations`);
  const { items } = AnnotationList.parse(body);
  const taken = await Promise.all(
    items.map(async ({ id, spans }) => {
      const history = await client('GET', `/api/annotations/${id}/history`);
      expect(history.body.items).toHaveLength(1);
      return { position: Number(history.body.items[0].position), words: spans[0]?.exact ?? '' };
    }),
  );
  return taken.toSorted((one, other) => one.position - other.position).map(({ words }) => words);
}

test.describe('in a browser that is killed', () => {
  let browser: OwnBrowser;
  test.beforeEach(() => {
    browser = ownBrowser();
  });
  test.afterEach(async () => browser.remove());

  test('fifty marks made offline are there when it is opened again, and reach the desk in order', async ({
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const origin = String(baseURL);
    const words = shuffled(MARKS);
    const before = await browser.open();
    const client = await apiOf(before, origin, 'editor');
    const article = await makeArticle(client, 'Fifty offline', MARKS);
    const page = before.pages()[0] ?? (await before.newPage());
    await page.goto(`${origin}/articles/${article.slug}`);
    await expect(line(page)).toContainText('Saved');
    await before.setOffline(true);
    await markOffline(page, words);
    await browser.kill();

    const after = await browser.open();
    const reading = await apiOf(after, origin, 'editor');
    const restore = await cutWrites(after);
    const again = after.pages()[0] ?? (await after.newPage());
    await again.goto(`${origin}/articles/${article.slug}`);
    await expect(line(again)).toContainText(`Offline, ${MARKS} unsent`);
    await expect(again.getByRole('main').locator('mark')).toHaveCount(MARKS);
    await restore();
    const start = performance.now();
    await again.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect(line(again)).toContainText('Saved', { timeout: DRAINED_WITHIN });
    test.info().annotations.push({
      type: 'drained',
      description: `${MARKS} marks in ${Math.round(performance.now() - start)} ms`,
    });
    expect(await takenInOrder(reading, article.id)).toEqual(words);
  });

  test('they are sent from the board too, without opening the article', async ({ baseURL }) => {
    const origin = String(baseURL);
    const before = await browser.open();
    const article = await makeArticle(await apiOf(before, origin, 'editor'), 'Sent from the board', 5);
    const page = before.pages()[0] ?? (await before.newPage());
    await page.goto(`${origin}/articles/${article.slug}`);
    await before.setOffline(true);
    await markOffline(page, sentences(5));
    await browser.kill();

    const after = await browser.open();
    // A browser that is killed may have forgotten who is signed in.
    const reading = await apiOf(after, origin, 'editor');
    const board = after.pages()[0] ?? (await after.newPage());
    await board.goto(origin);
    await expect(line(board)).toContainText('Saved', { timeout: DRAINED_WITHIN });
    expect(await takenInOrder(reading, article.id)).toEqual(sentences(5));
  });

  test('the proof can fail: where the browser loses what is stored, the marks are gone with it', async ({
    baseURL,
  }) => {
    const origin = String(baseURL);
    const before = await browser.open();
    await loseStorage(before);
    const article = await makeArticle(await apiOf(before, origin, 'editor'), 'Lost', 3);
    const page = before.pages()[0] ?? (await before.newPage());
    await page.goto(`${origin}/articles/${article.slug}`);
    await expect(line(page)).toContainText('Saved');
    await before.setOffline(true);
    for (const sentence of sentences(3)) {
      await selectWords(page, sentence);
      await expect(page.getByRole('toolbar')).toBeVisible();
      await page.keyboard.press('c');
      await expect(page.getByRole('toolbar')).toBeHidden();
    }
    await browser.kill();

    const after = await browser.open();
    const reading = await apiOf(after, origin, 'editor');
    const again = after.pages()[0] ?? (await after.newPage());
    await again.goto(`${origin}/articles/${article.slug}`);
    await expect(line(again)).toContainText('Saved');
    await expect(again.getByRole('main').locator('mark')).toHaveCount(0);
    expect(await takenInOrder(reading, article.id)).toEqual([]);
  });
});

test('fifty marks made while the desk is dead reach it in order when it is started again', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-outbox-'));
  const desk = await ownDesk(folder);
  const context = await browser.newContext({ baseURL: desk.origin });
  try {
    await desk.start();
    const words = shuffled(MARKS);
    const client = await apiOf(context, desk.origin, 'editor');
    const article = await makeArticle(client, 'Fifty without a desk', MARKS);
    const page = await context.newPage();
    await page.goto(`/articles/${article.slug}`);
    await expect(line(page)).toContainText('Saved');
    await desk.kill();
    await markOffline(page, words);
    await desk.start();
    const start = performance.now();
    await expect(line(page)).toContainText('Saved', { timeout: DRAINED_WITHIN });
    test.info().annotations.push({
      type: 'drained',
      description: `${MARKS} marks in ${Math.round(performance.now() - start)} ms after the desk was ready`,
    });
    expect(await takenInOrder(client, article.id)).toEqual(words);
  } finally {
    await context.close();
    await desk.kill();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('every tab shows what one of them has unsent, and goes on when that one is closed', async ({
  page,
  context,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const other = await context.newPage();
  await other.goto(`/articles/${article.slug}`);
  const restore = await cutWrites(context);
  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  await expect(line(other)).toContainText('Offline, 1 unsent');
  await expect(other.getByRole('article', { name: /^Claim, Aid/ })).toBeVisible();
  await selectWords(other, 'The ministers will meet on Tuesday');
  await other.keyboard.press('e');
  await expect(line(page)).toContainText('Offline, 2 unsent');
  await page.close();
  await restore();
  await other.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(line(other)).toContainText('Saved');
  expect(await takenInOrder(await api('editor'), article.id)).toEqual([
    'Aid to the country has doubled',
    'The ministers will meet on Tuesday',
  ]);
});

test('somebody else’s unsent work is named, waits, and is sent by nobody but its owner', async ({
  page,
  context,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const restore = await cutWrites(context);
  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  await expect(line(page)).toContainText('Offline, 1 unsent');
  await restore();
  await context.clearCookies();
  await signIn(page, 'editor2');
  await page.goto('/');
  await expect(page.getByText('Demo Editor has 1 unsent change in this browser.')).toBeVisible();
  await page.goto(`/articles/${article.slug}`);
  await expect(line(page)).toContainText('Saved');
  const reader = await api('reviewer');
  expect(await takenInOrder(reader, article.id)).toEqual([]);

  await context.clearCookies();
  await signIn(page, 'editor');
  await page.goto('/');
  await expect(line(page)).toContainText('Saved');
  await expect(page.getByText(/unsent change in this browser/)).toHaveCount(0);
  const { body } = await reader('GET', `/api/articles/${article.id}/annotations`);
  expect(body.items).toMatchObject([{ author: { name: 'Demo Editor' } }]);
});

test('a page that was opened by one person never writes under another’s name', async ({
  page,
  context,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await context.clearCookies();
  await signIn(page, 'editor2');
  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  await expect(line(page)).toContainText('Somebody else is signed in, 1 unsent');
  const reader = await api('reviewer');
  expect(await takenInOrder(reader, article.id)).toEqual([]);
  await context.clearCookies();
  await signIn(page, 'editor');
  await page.reload();
  await expect(line(page)).toContainText('Saved');
  const { body } = await reader('GET', `/api/articles/${article.id}/annotations`);
  expect(body.items).toMatchObject([{ author: { name: 'Demo Editor' } }]);
});

test('a browser without space says so loudly, goes on, and keeps the work when there is space again', async ({
  page,
  context,
  baseURL,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  // The browser asks about space once and remembers the answer for a while.
  const devtools = await context.newCDPSession(page);
  const origin = new URL(String(baseURL)).origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await cutWrites(context);
  await page.goto(`/articles/${article.slug}`);
  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  const notice = page.getByRole('alert').filter({ hasText: 'This browser cannot keep your work.' });
  await expect(notice).toContainText('1 change is only in this tab.');
  await expect(line(page)).toContainText('Offline, 1 unsent');
  await expect(page.getByRole('article', { name: /^Claim, Aid/ })).toBeVisible();
  const coming = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Download' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^bluepencil-unsent-\d{4}-\d\d-\d\d\.json$/);

  const questions: string[] = [];
  page.on('dialog', async (dialog) => {
    questions.push(dialog.type());
    await dialog.dismiss();
  });
  await page.evaluate(() => window.location.reload());
  await expect.poll(() => questions).toEqual(['beforeunload']);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(line(page)).toContainText('Offline, 1 unsent');
  expect(questions).toEqual(['beforeunload']);
});

test('what the desk refuses is in a list with its reason, to be taken away as a file or given up', async ({
  page,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const editor = await api('editor2');
  await page.route('**/events*', (route) => route.abort('internetdisconnected'));
  await page
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  const { headers } = await editor('GET', `/api/articles/${article.id}`);
  const version = Number(headers['etag']?.replace(/\D/g, ''));
  const restore = await cutWrites(page.context());
  await page.keyboard.press('e');
  await expect(line(page)).toContainText('Offline, 1 unsent');
  await editor('DELETE', `/api/articles/${article.id}`, { version });
  await restore();
  // As a browser tells that the network is back; an attempt of the desk's own may be quicker.
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(line(page)).toContainText('Needs you, 1');

  await page.unroute('**/events*');
  await page.goto('/');
  await expect(line(page)).toContainText('Needs you, 1');
  await page.getByRole('banner').getByRole('button', { name: 'Show', exact: true }).click();
  const list = page.getByRole('dialog', { name: 'Not on the desk yet' });
  await expect(list.getByRole('region', { name: article.headline })).toContainText(
    'The article is archived; bring it back first.',
  );
  const coming = page.waitForEvent('download');
  await list.getByRole('button', { name: 'Download', exact: true }).click();
  const stream = await (await coming).createReadStream();
  let file = '';
  for await (const part of stream) file += String(part);
  expect(JSON.parse(file)).toMatchObject({
    madeBy: { name: 'Demo Editor' },
    changes: [
      {
        article: { id: article.id, headline: article.headline },
        what: 'Change: event',
        words: ['Aid to the country has doubled in a year'],
        why: 'The article is archived; bring it back first.',
      },
    ],
  });
  await list.getByRole('button', { name: 'Discard' }).click();
  await list.getByRole('button', { name: 'Keep it' }).click();
  await list.getByRole('button', { name: 'Discard' }).click();
  await list.getByRole('button', { name: 'Discard it' }).click();
  await expect(list).toContainText('all your work is on the desk');
  await list.getByRole('button', { name: 'Close' }).last().click();
  await expect(line(page)).toContainText('Saved');
});

test('what is typed and not saved is there after a reload, on its card and in its form', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year', by: 'editor2' });
  await signIn(page, 'reviewer');
  await page.goto(`/articles/${article.slug}`);
  const card = page.getByRole('article', { name: /^Claim/ });
  await card.getByRole('button').first().click();
  await page.keyboard.press('Enter');
  await page.getByLabel('Statement').fill('Aid doubled.');
  await page.reload();
  await expect(card.getByText('draft')).toBeVisible();
  await expect(card.getByText('What you typed is not saved')).toBeVisible();
  await card.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.getByLabel('Statement')).toHaveValue('Aid doubled.');
  await page.keyboard.press('Control+Enter');
  await expect(line(page)).toContainText('Saved');
  await page.reload();
  await expect(card).toBeVisible();
  await expect(card.getByText('draft')).toHaveCount(0);
});

test('the reason for a decision that was not made is there after a reload', async ({
  page,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  const claim = await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year' });
  await signIn(page, 'reviewer');
  await page.goto(`/articles/${article.slug}`);
  const card = page.getByRole('article', { name: /^Claim/ });
  await card.getByRole('button').first().click();
  await page.keyboard.press('r');
  await page.getByLabel('Reason').selectOption('no-source');
  await page.getByLabel('Note').fill('Who says so?');
  await page.reload();
  await expect(card.getByText('draft')).toBeVisible();
  await card.getByRole('button', { name: 'Go on with it' }).click();
  await expect(page.getByLabel('Reason')).toHaveValue('no-source');
  await expect(page.getByLabel('Note')).toHaveValue('Who says so?');
  await page.getByLabel('Note').press('Control+Enter');
  await expect(line(page)).toContainText('Saved');
  const { body } = await (await api('reviewer'))('GET', `/api/annotations/${claim.id}`);
  expect(body.review).toMatchObject({ decision: 'reject', reason: 'no-source', note: 'Who says so?' });
});
