/** Alone and after all others, because the setting holds for the whole desk. */
import { expect, test } from '@/e2e/fixtures/test';

test('while one-person desk is on, every page says so and people decide on their own marks', async ({
  page,
  signIn,
  openAs,
  api,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text: 'She said yes.' });
  const mark = await newMark(article, { kind: 'quote', words: 'yes', by: 'reviewer' });
  const reviewer = await api('reviewer');
  const decide = () =>
    reviewer('POST', `/api/annotations/${mark.id}/reviews`, {
      body: { decision: 'approve' },
      version: mark.version,
    });
  expect((await decide()).body.code).toBe('four-eyes');

  await signIn(page, 'admin');
  await page.goto('/admin');
  await page.getByRole('switch', { name: 'One-person desk' }).click();
  await expect(page.getByText('One-person desk is on.')).toBeVisible();
  const other = await openAs('editor');
  for (const path of [
    '/',
    '/articles/new',
    `/articles/${article.slug}`,
    `/articles/${article.slug}/export`,
  ]) {
    await other.goto(path);
    await expect(other.getByText('One-person desk is on.')).toBeVisible();
  }
  expect((await decide()).status).toBe(201);

  await page.getByRole('switch', { name: 'One-person desk' }).click();
  await expect(page.getByText('One-person desk is on.')).toBeHidden();
});

test('deadlines follow the desk’s time zone', async ({ page, signIn, newArticle }) => {
  const word = `zone${crypto.randomUUID().slice(0, 8)}`;
  await newArticle({ headline: `The ${word}`, deadline: '2031-03-02T18:30:00Z' });
  await signIn(page, 'admin');
  const choose = async (zone: string) => {
    await page.goto('/admin');
    await page.getByLabel('Time zone').fill(zone);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  };

  await choose('Asia/Kolkata');
  await page.goto(`/?search=${word}`);
  await expect(page.getByText('Mon 3 March 2031, 00:00')).toBeVisible();
  await choose('Europe/London');
  await page.goto(`/?search=${word}`);
  await expect(page.getByText('Sun 2 March 2031, 18:30')).toBeVisible();
});
