import { expect, test } from '@/e2e/fixtures/test';

test('an admin adds somebody, who chooses a password, signs in, and is disabled', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  const email = `${crypto.randomUUID()}@demo.test`;
  const password = 'six quiet otters swim';
  await signIn(page, 'admin');
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByLabel('Name').fill('Noor Haddad');
  await dialog.getByLabel('E-mail').fill('not an address');
  await dialog.getByLabel('Role').selectOption('Reviewer');
  await dialog.getByRole('button', { name: 'Add and make the link' }).click();
  await expect(dialog.getByLabel('E-mail')).toHaveAccessibleDescription(/is not an e-mail address/);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('button', { name: 'Add and make the link' }).click();

  const linkDialog = page.getByRole('dialog', { name: 'Set-up link for Noor Haddad' });
  const link = await linkDialog.getByLabel('Link').inputValue();
  await linkDialog.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('listitem').filter({ hasText: email });
  await expect(row).toContainText('not set up yet');

  const theirs = await browser.newContext({ baseURL: String(baseURL) });
  const noor = await theirs.newPage();
  await noor.goto(link);
  await noor.getByLabel('New password').fill(password);
  await noor.getByLabel('The same again').fill('something else');
  await noor.getByRole('button', { name: 'Choose this password' }).click();
  await expect(noor.getByLabel('The same again')).toHaveAccessibleDescription('differs from the one above');
  await noor.getByLabel('The same again').fill(password);
  await noor.getByRole('button', { name: 'Choose this password' }).click();
  await expect(noor.getByRole('button', { name: 'Noor Haddad: your menu' })).toBeVisible();
  await noor.goto(link);
  await expect(noor.getByRole('heading', { name: 'This link does not work' })).toBeVisible();

  await page.reload();
  await expect(row).toContainText('can sign in');
  await row.getByRole('button', { name: 'More for Noor Haddad' }).click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await expect(row).toContainText('disabled');
  expect((await theirs.request.get('/api/me')).status()).toBe(401);
  await noor.goto('/');
  await expect(noor).toHaveURL(/\/sign-in$/);
  await noor.getByLabel('E-mail').fill(email);
  await noor.getByLabel('Password', { exact: true }).fill(password);
  await noor.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(noor.getByRole('alert').filter({ hasText: 'wrong' })).toBeVisible();
  await theirs.close();
});

test('somebody’s name is changed, and a password that is too weak is refused beside its field', async ({
  page,
  signIn,
  api,
}) => {
  const added = await (await api('admin'))('POST', '/api/people', {
    body: { name: 'Rhea Marsh', email: `${crypto.randomUUID()}@demo.test`, role: 'editor' },
  });
  await signIn(page, 'admin');
  await page.goto('/admin');
  const row = page.getByRole('listitem').filter({ hasText: added.body.email });
  await row.getByRole('button', { name: 'More for Rhea Marsh' }).click();
  await page.getByRole('menuitem', { name: 'Change name or e-mail' }).click();
  await page.getByLabel('Name').fill('Rhea Marsh-Oduya');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row).toContainText('Rhea Marsh-Oduya');

  await page.goto(added.body.setUpUrl);
  await page.getByLabel('New password').fill('short');
  await page.getByLabel('The same again').fill('short');
  await page.getByRole('button', { name: 'Choose this password' }).click();
  await expect(page.getByLabel('New password')).toBeFocused();
  await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/at least 12 characters/);
});

test('the last admin cannot stop being one', async ({ page, signIn }) => {
  await signIn(page, 'admin');
  await page.goto('/admin');
  const row = page.getByRole('listitem', { name: 'Demo Admin' });
  await row.getByLabel('Role of Demo Admin').selectOption('Editor');
  await expect(row.getByRole('alert')).toContainText('admin');
  await expect(row.getByLabel('Role of Demo Admin')).toHaveValue('admin');
});

test('people who are no admins find the page closed, not missing', async ({ page, signIn }) => {
  await signIn(page, 'reviewer');
  const answer = await page.goto('/admin');
  expect(answer?.status()).toBe(403);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is for admins');
  await page.getByRole('button', { name: 'Demo Reviewer: your menu' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'People and settings' })).toHaveCount(0);
});
