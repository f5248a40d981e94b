import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures/test';

const text = 'Aid to the country has doubled in a year, he said. The ministers will meet on Tuesday.';
const writes = /\/api\/(annotations|articles\/[^/]+\/annotations)/;

/** The transport fails for writes as it does when the network is gone; what is read still comes. */
async function cutWrites(page: Page): Promise<void> {
  await page.route(writes, async (route) => {
    const isBack = await page.evaluate(() => sessionStorage.getItem('network') === 'back');
    if (isBack || route.request().method() === 'GET') await route.continue();
    else await route.abort('internetdisconnected');
  });
}

/** The network comes back with the press of Retry, so that no attempt of the desk's own is quicker. */
async function retryWithNetwork(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.addEventListener('click', () => sessionStorage.setItem('network', 'back'), {
      capture: true,
      once: true,
    });
  });
  await page.getByRole('button', { name: 'Retry' }).click();
}

/** Selects words of the article with the keyboard's selection, as a person does. */
async function select(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(sought) ?? -1;
      if (at === -1) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
      return;
    }
  }, words);
  await expect(page.getByRole('toolbar')).toBeVisible();
}

test('a mark made without a network stays on screen, is kept, and is sent with Retry', async ({
  page,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await cutWrites(page);
  await select(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  const card = page.getByRole('article', { name: /^Claim, Aid to the country has doubled/ });
  await expect(card).toBeVisible();
  await expect(page.getByText('Offline, 1 unsent')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Statement').fill('Aid doubled.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Offline, 2 unsent')).toBeVisible();

  await retryWithNetwork(page);
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  const { body } = await (await api('editor'))('GET', `/api/articles/${article.id}/annotations`);
  expect(body.items).toHaveLength(1);
  expect(body.items[0]).toMatchObject({ details: { statement: 'Aid doubled.' }, version: 2 });
});

test('an answer that got lost makes nothing twice', async ({ page, api, signIn, newArticle }) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  let lost = 0;
  await page.route(writes, async (route) => {
    if (route.request().method() === 'GET' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('internetdisconnected');
  });
  await select(page, 'The ministers will meet on Tuesday');
  await page.keyboard.press('e');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  const { body } = await (await api('editor'))('GET', `/api/articles/${article.id}/annotations`);
  expect(lost).toBe(1);
  expect(body.items).toHaveLength(1);
});

test('leaving with something stored asks nothing, and it is still there after', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await cutWrites(page);
  await page
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  await page.keyboard.press('e');
  await expect(page.getByText('Offline, 1 unsent')).toBeVisible();

  page.on('dialog', (dialog) => {
    throw new Error(`It asked: ${dialog.type()} ${dialog.message()}`);
  });
  await page.reload();
  await expect(page.getByText('Offline, 1 unsent')).toBeVisible();
  await expect(page.getByRole('article', { name: /^Event/ })).toBeVisible();
  await page.getByRole('link', { name: 'Export' }).click();
  await expect(page).toHaveURL(/export/);
  await expect(page.getByText('Offline, 1 unsent')).toBeVisible();
  await retryWithNetwork(page);
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('going back and forth loses nothing and makes nothing twice', async ({
  page,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/?search=${encodeURIComponent(article.headline)}`);
  await page.getByRole('link', { name: article.headline }).click();
  await cutWrites(page);
  await select(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  await expect(page.getByText('Offline, 1 unsent')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: article.headline })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('article', { name: /^Claim, Aid/ })).toBeVisible();
  await retryWithNetwork(page);
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  const { body } = await (await api('editor'))('GET', `/api/articles/${article.id}/annotations`);
  expect(body.items).toHaveLength(1);
});

test('clicking twice decides once and deletes once, and a deleted mark comes back', async ({
  page,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  const claim = await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year' });
  await newMark(article, { kind: 'event', words: 'The ministers will meet on Tuesday' });
  await signIn(page, 'reviewer');
  await page.goto(`/articles/${article.slug}`);
  const card = page.getByRole('article', { name: /^Claim/ });
  await card.getByRole('button').click();
  await card.getByRole('button', { name: 'Approve' }).dblclick();
  await expect(page.getByRole('article', { name: /^Claim.*approved$/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  const reviewer = await api('reviewer');
  expect((await reviewer('GET', `/api/annotations/${claim.id}`)).body).toMatchObject({
    version: 2,
    status: 'approved',
  });

  await card.getByRole('button').click();
  await page.keyboard.press('Backspace');
  await expect(card).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('article', { name: /^Claim.*approved$/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('what the desk refuses stays on the card with its reason until it is discarded', async ({
  page,
  api,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year' });
  await signIn(page, 'editor');
  // What happens to the article is not told to this page, so that it still offers what the desk refuses by then.
  await page.route('**/api/events?*', (route) => route.abort('internetdisconnected'));
  await page.goto(`/articles/${article.slug}`);
  const editor = await api('editor2');
  const { headers } = await editor('GET', `/api/articles/${article.id}`);
  await editor('DELETE', `/api/articles/${article.id}`, {
    version: Number(headers['etag']?.replace(/\D/g, '')),
  });
  await page
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  await page.keyboard.press('e');
  const card = page.getByRole('article', { name: /^Event/ });
  await expect(card.getByText('Not saved: your change')).toBeVisible();
  await expect(card.getByText('The article is archived; bring it back first.')).toBeVisible();
  await card.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('article', { name: /^Claim/ })).toBeVisible();
  await expect(page.getByRole('status', { name: 'State of your work' })).not.toContainText('Needs you');
});
