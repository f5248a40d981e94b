/** `npm run screenshots`: the pictures of the README, taken from the running demo. */
import type { Page } from '@playwright/test';
import { demoSlug } from '@/e2e/fixtures/demo-article';
import { expect, test } from '@/e2e/fixtures/test';

const folder = 'docs/screenshots';

/** In the manner of an agency: a date, a caption run into the first paragraph, a credit, a crosshead. */
const agencyText = [
  'date 2026-05-17 Ferry pilots at Port Sorrel voted to accept the new night timetable, ending a dispute of eleven weeks. Pilots leave the assembly hall after the count, while harbour master Inés Calder, left, looks on.(AP)',
  'The vote was 61 to 12. It clears the way for the first crossing on 1 October.',
  '“We wanted eight hours of sleep, and we have them in writing,” said Maren Holt, who speaks for the pilots.',
  'Three ships instead of two',
  'The harbour council will charter a third ship for the winter, Calder told reporters on Sunday.',
].join('\n\n');

test.describe.configure({ mode: 'serial' });

test.beforeEach(async ({ page, signIn }) => {
  await signIn(page, 'reviewer');
});

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: `${folder}/${name}.png`, animations: 'disabled', caret: 'hide' });
}

for (const theme of ['light', 'dark'] as const) {
  test(`the desk, ${theme}`, async ({ page, api }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(`/articles/${await demoSlug(await api('reviewer'), 'Starmer')}`);
    await expect(page.locator('mark').first()).toBeVisible();
    await page.locator('mark').first().click();
    await take(page, `desk-${theme}`);
  });
}

test('the desk on a phone', async ({ page, api }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/articles/${await demoSlug(await api('reviewer'), 'Starmer')}`);
  await page.locator('mark').first().click();
  await take(page, 'desk-phone');
});

test('an article from right to left', async ({ page, api }) => {
  await page.goto(`/articles/${await demoSlug(await api('reviewer'), 'مكتبة')}`);
  await page.locator('mark').first().click();
  await take(page, 'desk-arabic');
});

test('the board', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText('The bridge that waited')).toBeVisible();
  await take(page, 'board');
});

test('the export', async ({ page, api }) => {
  await page.goto(`/articles/${await demoSlug(await api('reviewer'), 'Night ferry')}/export`);
  await page.waitForLoadState('load');
  await take(page, 'export');
});

test('bringing an article in', async ({ page }) => {
  await page.goto('/articles/new');
  await page.getByLabel('Text', { exact: true }).fill(agencyText);
  await expect(page.getByRole('region', { name: 'Recognised' })).toContainText('Crosshead');
  await take(page, 'import');
});
