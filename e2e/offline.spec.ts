/** The desk without a network: what was opened can be read and marked, and nothing of it is lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { chromiumFlags, findChromium } from '@/e2e/fixtures/chromium';
import { clientOver, signInOverHttp } from '@/e2e/fixtures/client';
import { type OwnDesk, ownDesk } from '@/e2e/fixtures/own-desk';
import { listen } from '@/e2e/fixtures/quiet-console';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';

const text = 'Aid to the country has doubled in a year, he said. The ministers will meet on Tuesday.';
/** Puts an article at the top of the board. */
const deadline = '2020-01-01T12:00:00Z';

const copyNotice = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'Offline: this is the page as of' });

/** Opens the page and waits until it is kept, and until the worker answers for the tab. */
async function openAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect.poll(() => isKept(page, path)).toBe(true);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

function isKept(page: Page, path: string): Promise<boolean> {
  return page.evaluate(async (wanted) => (await caches.match(wanted)) !== undefined, path);
}

/** Marks words as an event and gives it a title with the form. */
async function markEvent(page: Page, words: string, title: string): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press('e');
  await expect(page.getByRole('article', { name: /^Event/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Title').fill(title);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByLabel('Title')).toHaveCount(0);
  await expect(page.getByRole('article', { name: /^Event/ })).toContainText(title);
}

test('what was opened last is there without a network, to be read and marked', async ({
  page,
  context,
  signIn,
  newArticle,
  newMark,
}) => {
  const first = await newArticle({ text, deadline });
  const second = await newArticle({ text: `${text} A second one.`, deadline });
  const never = await newArticle({ text, deadline });
  await newMark(first, { kind: 'quote', words: 'Aid to the country has doubled in a year' });
  await signIn(page, 'editor');
  await openAndKeep(page, `/articles/${first.slug}`);
  await openAndKeep(page, `/articles/${second.slug}`);
  await openAndKeep(page, '/');

  await context.setOffline(true);
  await page.goto(`/articles/${first.slug}`);
  await expect(copyNotice(page)).toBeVisible();
  await expect(page.getByRole('article', { name: /^Quote, Aid to the country/ })).toBeVisible();
  await markEvent(page, 'The ministers will meet on Tuesday', 'Meeting of the ministers');
  await expect(page.getByText(/[12] unsent/).first()).toBeVisible();
  await expectAccessible(page);

  page.on('dialog', (dialog) => dialog.accept());
  await page.goto('/?list=archived');
  await expect(page).toHaveURL(/\/$/);
  const row = page.getByRole('listitem').filter({ hasText: first.headline });
  await expect(row.getByText('Readable offline')).toBeVisible();
  const other = page.getByRole('listitem').filter({ hasText: never.headline });
  await expect(other).toBeVisible();
  await expect(other.getByText('Readable offline')).toHaveCount(0);
  await row.getByRole('link', { name: first.headline }).click();
  await expect(page.getByRole('heading', { level: 1, name: first.headline })).toBeVisible();

  await page.goto(`/articles/${never.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The desk cannot be reached');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
  }
  await page.getByRole('link', { name: second.headline }).click();
  await expect(page.getByRole('heading', { level: 1, name: second.headline })).toBeVisible();
  await page.goto(`/articles/${never.slug}`);
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: never.headline })).toBeVisible();
});

test('the copy shows the marks that were known last, not those of when it was opened', async ({
  page,
  context,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await openAndKeep(page, `/articles/${article.slug}`);
  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await context.setOffline(true);
  await page.reload();
  await expect(copyNotice(page)).toBeVisible();
  await expect(page.getByRole('article', { name: /^Claim, Aid to the country has doubled/ })).toBeVisible();
  await context.setOffline(false);
});

test('signing out drops the copies, and somebody else finds none', async ({
  page,
  context,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  const path = `/articles/${article.slug}`;
  await signIn(page, 'editor');
  await openAndKeep(page, path);
  await page.getByRole('button', { name: 'Demo Editor: your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await isKept(page, path)).toBe(false);

  await signIn(page, 'editor');
  await openAndKeep(page, path);
  await context.clearCookies();
  await signIn(page, 'reviewer');
  await openAndKeep(page, '/');
  expect(await isKept(page, path)).toBe(false);
  await context.setOffline(true);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The desk cannot be reached');
  await expect(page.getByText(text)).toHaveCount(0);
  await context.setOffline(false);
});

test.describe('when the desk itself is away', () => {
  let folder: string;
  let desk: OwnDesk;
  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bluepencil-offline-'));
    desk = await ownDesk(folder);
    await desk.start();
  });
  test.afterEach(async () => {
    await desk.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A browser whose stores outlive it, as a person's do. */
  async function openBrowser(): Promise<BrowserContext> {
    const executablePath = findChromium();
    const browser = await chromium.launchPersistentContext(join(folder, 'browser'), {
      args: chromiumFlags,
      baseURL: desk.origin,
      viewport: { width: 1440, height: 900 },
      ...(executablePath === undefined ? {} : { executablePath }),
    });
    return browser;
  }

  test('the browser is closed and opened again, and what was marked meanwhile is sent once the desk is back', async () => {
    let browser = await openBrowser();
    let page = await browser.newPage();
    await signInOverHttp(page.request, desk.origin, 'editor');
    const client = clientOver(page.request, desk.origin);
    const { body: article } = await client('POST', '/api/articles', { body: { headline: 'Aid', text } });
    const path = `/articles/${article.slug}`;
    await openAndKeep(page, path);

    await desk.kill();
    await page.reload();
    await expect(copyNotice(page)).toBeVisible();
    await markEvent(page, 'The ministers will meet on Tuesday', 'Meeting of the ministers');
    await expect(page.getByText(/[12] unsent/).first()).toBeVisible();
    await browser.close();

    browser = await openBrowser();
    page = await browser.newPage();
    await page.goto(path);
    await expect(page.getByText(/[12] unsent/).first()).toBeVisible();
    await expect(page.getByRole('article', { name: /^Event/ })).toContainText('Meeting of the ministers');
    await desk.start();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible({ timeout: 40_000 });
    const { body } = await clientOver(page.request, desk.origin)(
      'GET',
      `/api/articles/${article.id}/annotations`,
    );
    expect(body.items).toMatchObject([{ kind: 'event', details: { title: 'Meeting of the ministers' } }]);
    await browser.close();
  });

  test('a desk that hangs does not hang the page, and the page goes on when it answers again', async ({
    browser,
    complaints,
  }) => {
    const context = await browser.newContext({ baseURL: desk.origin });
    listen(context, complaints);
    const page = await context.newPage();
    await signInOverHttp(page.request, desk.origin, 'editor');
    await openAndKeep(page, '/');
    const link = page.getByRole('heading', { level: 2 }).getByRole('link').first();
    const headline = (await link.textContent()) ?? '';
    await openAndKeep(page, (await link.getAttribute('href')) ?? '');
    await page.goto('/');
    desk.hang();
    await page.getByRole('link', { name: headline }).click();
    await expect(page.getByRole('heading', { level: 1, name: headline })).toBeVisible();
    await expect(copyNotice(page)).toBeVisible();
    desk.goOn();
    await expect(copyNotice(page)).toHaveCount(0, { timeout: 40_000 });
    await context.close();
  });
});
