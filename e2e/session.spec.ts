/** A session that ends while somebody is at work: they are asked to sign in in place, and go on. */
import type { Page } from '@playwright/test';
import { demoPassword } from '@/domain/demo-people';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { signInOverHttp } from '@/e2e/fixtures/client';
import { endSession } from '@/e2e/fixtures/end-session';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';

const text = 'Aid to the country has doubled in a year, he said. The ministers will meet on Tuesday.';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });
const saved = (page: Page) => page.getByRole('status').filter({ hasText: 'Saved' });

/** Makes the tab ask the desk something, as a look at another window and back does. */
async function lookAway(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
}

test('a session that ends mid-edit asks for sign-in in place; the form, the focus and the unsent mark stay', async ({
  page,
  playwright,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  await expect(saved(page)).toBeVisible();
  await page.keyboard.press('Enter');
  const statement = page.getByLabel('Statement');
  await statement.fill('Aid doubled.');
  // The stream tells it, without anything being asked.
  await endSession(page, playwright);

  await expect(dialogOf(page)).toBeVisible();
  await expect(dialogOf(page)).toContainText('Demo Editor');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
  const stepIn = dialogOf(page).getByRole('button', { name: 'Sign in as Demo Editor' });
  await expect(stepIn).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect(statement).toBeFocused();
  await expect(statement).toHaveValue('Aid doubled.');
  await page.keyboard.press('Control+Enter');
  await expect(saved(page)).toBeVisible();
  const { body } = await (await api('editor'))('GET', `/api/articles/${article.id}/annotations`);
  expect(body.items).toMatchObject([{ kind: 'claim', details: { statement: 'Aid doubled.' } }]);
});

test('a write that meets the end of the session is sent after the sign-in, without another key', async ({
  page,
  playwright,
  api,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await endSession(page, playwright);
  await selectWords(page, 'The ministers will meet on Tuesday');
  await page.keyboard.press('e');
  await expect(page.getByRole('article', { name: /^Event/ })).toBeVisible();
  await dialogOf(page).getByRole('button', { name: 'Sign in as Demo Editor' }).click();
  await expect(saved(page)).toBeVisible();
  const { body } = await (await api('editor'))('GET', `/api/articles/${article.id}/annotations`);
  expect(body.items).toHaveLength(1);
});

test('the dialog can wait: selected words stay selected, and the state line opens it again', async ({
  page,
  playwright,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await page
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  await endSession(page, playwright);
  await page.keyboard.press('e');
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);

  await selectWords(page, 'The ministers will meet');
  await expect(page.getByRole('toolbar')).toBeVisible();
  const selected = () => page.evaluate(() => String(document.getSelection()));
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('button', { name: 'Sign in', exact: true }).press('Enter');
  await expect(dialogOf(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toHaveCount(0);
  await expect.poll(selected).toBe('The ministers will meet');
});

test('a wrong password is said, and typed over', async ({ page, playwright, signIn, newArticle }) => {
  const article = await newArticle({ text });
  // As on any desk that is not the demo.
  await page.route('**/api/health', async (route) => {
    const health = await (await route.fetch()).json();
    await route.fulfill({ json: { ...health, demo: false } });
  });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await endSession(page, playwright);
  await lookAway(page);
  const password = dialogOf(page).getByLabel('Password of editor@demo.test');
  await expect(password).toBeFocused();
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(dialogOf(page).getByRole('alert')).toContainText('wrong');
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await expect(dialogOf(page)).toHaveCount(0);
});

test('somebody else who signs in meanwhile is told, and goes on as themselves', async ({
  page,
  playwright,
  baseURL,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await endSession(page, playwright);
  await lookAway(page);
  await expect(dialogOf(page)).toBeVisible();
  await signInOverHttp(page.request, String(baseURL), 'reviewer');
  await lookAway(page);
  const taken = page.getByRole('dialog', { name: 'Demo Reviewer is signed in here now' });
  await expect(taken).toBeVisible();
  await expectAccessible(page);
  await taken.getByRole('button', { name: 'Go on as Demo Reviewer' }).click();
  await expect(page.getByRole('button', { name: 'Demo Reviewer: your menu' })).toBeVisible();
  await expect(taken).toHaveCount(0);
});

test('signing in in another tab ends the asking in this one', async ({
  page,
  playwright,
  baseURL,
  signIn,
}) => {
  await signIn(page, 'editor');
  await page.goto('/');
  await endSession(page, playwright);
  await page.getByRole('button', { name: 'Demo Editor: your menu' }).waitFor();
  await lookAway(page);
  await expect(dialogOf(page)).toBeVisible();
  await signInOverHttp(page.request, String(baseURL), 'editor');
  await lookAway(page);
  await expect(dialogOf(page)).toHaveCount(0);
});
