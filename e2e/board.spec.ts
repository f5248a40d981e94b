import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

/** A word that stands in no other headline. */
function rareWord(): string {
  return `zeppelin${crypto.randomUUID().slice(0, 8)}`;
}

test('a story shows its marks by kind and status, where it stands and when it is due', async ({
  page,
  signIn,
  api,
  newArticle,
  newMark,
}) => {
  const word = rareWord();
  const deadline = new Date(Date.now() + 25.5 * 60_000).toISOString();
  const article = await newArticle({
    headline: `The ${word} flies`,
    text: 'She said yes. It was late. They met.',
    deadline,
  });
  const quote = await newMark(article, { kind: 'quote', words: 'yes' });
  await newMark(article, { kind: 'claim', words: 'It was late' });
  await newMark(article, { kind: 'event', words: 'They met', details: { title: 'Meeting' } });
  const review = await (await api('reviewer'))('POST', `/api/annotations/${quote.id}/reviews`, {
    body: { decision: 'approve' },
    version: quote.version,
  });
  expect(review.status).toBe(201);

  await signIn(page, 'editor');
  await page.goto(`/?search=${word}`);
  const story = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: word }) });
  await expect(story).toContainText('1quote');
  await expect(story).toContainText('1claim');
  await expect(story).toContainText('1event');
  await expect(story).toContainText('1approved');
  await expect(story).toContainText('2 pending');
  await expect(story).toContainText('in review');
  await expect(story).toContainText(/in 2[45] min/);
});

test('stories are searched, ordered and listed, each with its address', async ({
  page,
  signIn,
  newArticle,
}) => {
  const word = rareWord();
  await newArticle({ headline: `B ${word}` });
  await newArticle({ headline: `A ${word}` });
  await signIn(page, 'editor');
  await page.goto('/');

  await page.keyboard.press('/');
  await expect(page.getByLabel('Search headlines')).toBeFocused();
  await page.keyboard.type(word);
  await expect(page).toHaveURL(new RegExp(`search=${word}`));
  await page.getByLabel('Order').selectOption('By headline');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([`A ${word}`, `B ${word}`]);
  await expect(page).toHaveURL(/sort=headline/);

  await page.reload();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([`A ${word}`, `B ${word}`]);
  await page.getByRole('link', { name: /^Ready/ }).click();
  await expect(page.getByRole('heading', { name: `No headline with “${word}”` })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
});

test('j, k and Enter walk the stories and open one', async ({ page, signIn, newArticle }) => {
  const word = rareWord();
  for (const letter of ['A', 'B', 'C']) await newArticle({ headline: `${letter} ${word}` });
  await signIn(page, 'editor');
  await page.goto(`/?search=${word}&sort=headline`);
  await expect(page.getByRole('link', { name: `C ${word}` })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: `A ${word}` })).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await expect(page.getByRole('link', { name: `B ${word}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `B ${word}` })).toBeVisible();
});

test('an article is archived from its desk, found apart, and brought back', async ({
  page,
  signIn,
  newArticle,
}) => {
  const word = rareWord();
  const article = await newArticle({ headline: `The ${word} lands` });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await page.getByRole('button', { name: 'More for this article' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await expect(page.getByText('It can be read and exported.')).toBeVisible();

  await page.goto(`/?search=${word}`);
  await expect(page.getByRole('heading', { name: 'No headline with' })).toBeVisible();
  await page.getByRole('link', { name: 'Archived' }).click();
  await page.getByRole('button', { name: `Bring back: The ${word} lands` }).click();
  await expect(page.getByRole('heading', { name: 'No headline with' })).toBeVisible();
  await page.getByRole('link', { name: /^All/ }).click();
  await expect(page.getByRole('heading', { name: `The ${word} lands` })).toBeVisible();
});

test('headline and deadline are mended; what somebody else changed meanwhile is kept or shown first', async ({
  page,
  signIn,
  api,
  newArticle,
}) => {
  const word = rareWord();
  const article = await newArticle({ headline: `The ${word} rises` });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await page.getByRole('button', { name: 'More for this article' }).click();
  await page.getByRole('menuitem', { name: 'Headline, details, deadline' }).click();
  const dialog = page.getByRole('dialog', { name: 'About this article' });
  await dialog.getByLabel('Headline').fill(`The ${word} has risen`);
  await dialog.getByLabel('Deadline').fill('2031-03-02T18:30');

  const other = await (await api('editor2'))('PATCH', `/api/articles/${article.id}`, {
    body: { headline: `The ${word} rose`, desk: 'Air' },
    version: article.version,
  });
  expect(other.status).toBe(200);

  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'Somebody else changed the same field' })).toBeVisible();
  const clash = dialog.getByRole('region', { name: 'Headline: theirs or yours' });
  // The word that went is struck, the words that came are underlined.
  await expect(clash.getByRole('definition')).toHaveText([
    `The ${word} rises`,
    `The ${word} rises rose`,
    `The ${word} rises has risen`,
  ]);
  await expect(dialog.getByLabel('Desk')).toHaveValue('Air');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(clash.getByRole('button', { name: 'Take theirs' })).toBeFocused();
  await page.keyboard.press('t');
  await expect(dialog.getByRole('textbox', { name: 'Headline' })).toHaveValue(`The ${word} rose`);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`The ${word} rose`);

  const saved = await (await api('editor'))('GET', `/api/articles/${article.id}`);
  expect(saved.body).toMatchObject({ desk: 'Air', deadline: '2031-03-02T18:30:00.000Z' });
});

test('what is wrong with a field is said beside it', async ({ page, signIn, newArticle }) => {
  const article = await newArticle();
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await page.getByRole('button', { name: 'More for this article' }).click();
  await page.getByRole('menuitem', { name: 'Headline, details, deadline' }).click();
  const address = page.getByLabel('Source address');
  await address.fill('javascript:alert(1)');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription(/Write a web address/);
});

test('a board that cannot be read anew says so, can be asked again, and is read as soon as it can be', async ({
  page,
  signIn,
  context,
}) => {
  await signIn(page, 'editor');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Archived' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Not up to date' });
  await expect(notice).toContainText('cannot be reached', { timeout: 20_000 });
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(notice).toContainText('cannot be reached', { timeout: 20_000 });
  await context.setOffline(false);
  await expect(notice).toBeHidden({ timeout: 20_000 });
});

test('what others do arrives without a reload', async ({ page, signIn, newArticle }) => {
  const word = rareWord();
  await signIn(page, 'editor');
  await page.goto(`/?search=${word}`);
  await expect(page.getByRole('heading', { name: 'No headline with' })).toBeVisible();
  await newArticle({ headline: `The ${word} returns`, by: 'editor2' });
  await expect(page.getByRole('heading', { name: `The ${word} returns` })).toBeVisible({ timeout: 30_000 });
});

test('who was signed out elsewhere is told, signs in here, and finds what they asked for', async ({
  page,
  signIn,
  context,
}) => {
  await signIn(page, 'editor');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await context.clearCookies();
  await page.getByRole('link', { name: 'Archived' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  const notice = page.getByRole('alert').filter({ hasText: 'You are signed out' });
  await notice.getByRole('button', { name: 'Sign in' }).click();
  await dialog.getByRole('button', { name: 'Sign in as Demo Editor' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(notice).toHaveCount(0);
  await expect(page).toHaveURL(/list=archived/);
});
