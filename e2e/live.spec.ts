import type { Page } from '@playwright/test';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';

const text = [
  'Aid to the country has doubled in a year, the minister said. “We will stay,” he told reporters.',
  'The ministers will meet on Tuesday. Nobody knows what they will decide.',
].join('\n\n');

/** Opens an article and waits until the browser hears what others do. */
async function openLive(page: Page, path: string): Promise<void> {
  const stream = page.waitForResponse((response) => new URL(response.url()).pathname === '/api/events');
  await page.goto(path);
  await stream;
}

test('a mark of one person appears at the others without reload', async ({
  page,
  openAs,
  signIn,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  const second = await openAs('editor2');
  const third = await openAs('reviewer');
  const pages = [page, second, third];
  for (const each of pages) {
    await openLive(each, `/articles/${article.slug}`);
  }
  await selectWords(page, 'Aid to the country has doubled');
  await page.keyboard.press('c');
  for (const each of pages) {
    await expect(each.getByRole('article', { name: /^Claim, Aid to the country has doubled/ })).toBeVisible();
    await expect(each.locator('mark')).toHaveCount(1);
  }
  await third
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  await third.getByRole('button', { name: 'Approve' }).click();
  for (const each of pages) {
    await expect(each.getByRole('article', { name: /^Claim.*approved$/ })).toBeVisible();
  }
});
