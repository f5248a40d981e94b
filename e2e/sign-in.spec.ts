import { demoPassword } from '@/domain/demo-people';
import { expect, test } from '@/e2e/fixtures/test';

test('somebody who is not signed in is asked to, and then gets where they wanted', async ({ page }) => {
  await page.goto('/?list=archived');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('E-mail').fill('editor@demo.test');
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/\?list=archived$/);
});

test('signing in and out again needs no mouse', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await page.keyboard.type('reviewer@demo.test');
  await page.keyboard.press('Tab');
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/$/);

  await page.getByRole('button', { name: 'Demo Reviewer: your menu' }).focus();
  await page.keyboard.press('Enter');
  const signOut = page.getByRole('menuitem', { name: 'Sign out' });
  await expect(signOut).toBeVisible();
  await page.keyboard.press('End');
  await expect(signOut).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a wrong password is said, the password can be typed over, and the e-mail stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('editor@demo.test');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'wrong' })).toHaveText(
    'The e-mail address or the password is wrong.',
  );
  await expect(page.getByLabel('E-mail')).toHaveValue('editor@demo.test');
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/$/);
});

test('after too many failures the screen says when to try again', async ({ page }) => {
  const email = `${crypto.randomUUID()}@demo.test`;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  const refusal = page.getByRole('alert').filter({ hasText: 'Too many attempts failed' });
  await expect(async () => {
    await page.getByLabel('Password', { exact: true }).fill('a guess');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
    await expect(refusal).toContainText(/Try again in \d+ minutes\./, { timeout: 200 });
  }).toPass({ intervals: [0] });
});

test('a cookie copied before sign-out lets nobody in afterwards', async ({
  page,
  signIn,
  playwright,
  baseURL,
}) => {
  await signIn(page, 'editor');
  await page.goto('/');
  const storageState = await page.context().storageState();
  const thief = await playwright.request.newContext({ baseURL: String(baseURL), storageState });
  expect((await thief.get('/api/me')).status()).toBe(200);

  await page.getByRole('button', { name: 'Demo Editor: your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect((await thief.get('/api/me')).status()).toBe(401);
  await thief.dispose();
});

for (const next of ['https://elsewhere.example/', '//elsewhere.example/', '/\\elsewhere.example/']) {
  test(`sign-in does not lead to ${next}`, async ({ page }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByRole('button', { name: 'Demo Editor', exact: false }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Sign in');
    expect(new URL(page.url()).pathname).toBe('/');
  });
}

test('in the demo one click per person suffices, and a second person is told to take a private window', async ({
  page,
}) => {
  await page.goto('/sign-in');
  await expect(page.getByText('open a private window')).toBeVisible();
  await page.getByRole('button', { name: 'Demo Admin' }).click();
  await expect(page.getByRole('button', { name: 'Demo Admin: your menu' })).toBeVisible();
});

test('who is signed in already is not asked again', async ({ page, signIn }) => {
  await signIn(page, 'editor');
  await page.goto('/sign-in?next=/articles/new');
  await expect(page).toHaveURL(/\/articles\/new$/);
});
