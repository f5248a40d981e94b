/** Every screen against axe, light and dark, on a desk and on a phone. The console is watched by the `test` itself. */
import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** Holds the screen that is open against axe in both themes at both widths. */
async function expectAccessibleEverywhere(
  page: Page,
  how?: Parameters<typeof expectAccessible>[1],
): Promise<void> {
  for (const size of [desktop, phone]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessible(page, how);
    }
  }
}

const open: readonly { name: string; path: string; heading: string }[] = [
  { name: 'sign-in', path: '/sign-in', heading: 'Sign in' },
  { name: 'a set-up link that does not work', path: '/set-up/nothing', heading: 'This link does not work' },
  { name: 'the page for when the desk is away', path: '/offline', heading: 'The desk cannot be reached' },
  { name: 'an address without anything', path: '/nowhere', heading: 'There is nothing at this address' },
];
for (const { name, path, heading } of open) {
  test(`${name} is accessible`, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expectAccessibleEverywhere(page);
  });
}

const signedIn: readonly { name: string; path: string; who?: 'editor' | 'reviewer' | 'admin' }[] = [
  { name: 'the board', path: '/' },
  { name: 'an empty search', path: '/?search=nothing-is-called-this' },
  { name: 'the archive', path: '/?list=archived' },
  { name: 'bringing an article in', path: '/articles/new' },
  { name: 'people and settings', path: '/admin', who: 'admin' },
  { name: 'a page for admins to others', path: '/admin' },
];
for (const { name, path, who = 'editor' } of signedIn) {
  test(`${name} is accessible`, async ({ page, signIn }) => {
    await signIn(page, who);
    await page.goto(path);
    await expect(page.getByRole('main')).toBeVisible();
    await expectAccessibleEverywhere(page);
  });
}

test('the desk, its menu and its dialog are accessible', async ({ page, signIn, newArticle, newMark }) => {
  const article = await newArticle({ text: 'She said yes. It was late. They met.' });
  await newMark(article, { kind: 'quote', words: 'She said yes' });
  await newMark(article, { kind: 'claim', words: 'yes. It was late' });
  await newMark(article, { kind: 'event', words: 'They met', details: { title: 'Meeting' } });
  await signIn(page, 'reviewer');
  await page.goto(`/articles/${article.slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleEverywhere(page);

  await page.getByRole('button', { name: 'More for this article' }).click();
  await page.getByRole('menuitem', { name: 'Headline, details, deadline' }).click();
  await expect(page.getByRole('dialog', { name: 'About this article' })).toBeVisible();
  await expectAccessibleEverywhere(page);
});

test('export is accessible', async ({ page, signIn, newArticle }) => {
  const article = await newArticle();
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}/export`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessibleEverywhere(page);
});

test('the personal menu and its theme are accessible, and the theme is kept', async ({ page, signIn }) => {
  await signIn(page, 'editor');
  await page.goto('/');
  await page.getByRole('button', { name: 'Demo Editor: your menu' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessibleEverywhere(page, { floating: true });
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('adding a person is accessible', async ({ page, signIn }) => {
  await signIn(page, 'admin');
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(page.getByRole('dialog', { name: 'Add a person' })).toBeVisible();
  await expectAccessibleEverywhere(page);
});
