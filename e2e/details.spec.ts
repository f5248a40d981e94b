import { expect, test } from '@/e2e/fixtures/test';

const text = [
  'British Prime Minister Keir Starmer met Ukraine’s President Volodymyr Zelensky on Saturday.',
  '“We will stay as long as it takes, and aid has doubled,” Starmer told BBC News on Friday.',
  'The ministers will meet on Tuesday.',
].join('\n\n');

test('proposals are shown as such and taken with one press', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text, publishedOn: '2025-03-02' });
  await newMark(article, { kind: 'quote', words: 'We will stay as long as it takes, and aid has doubled' });
  await newMark(article, { kind: 'claim', words: 'aid has doubled' });
  await newMark(article, { kind: 'event', words: 'The ministers will meet on Tuesday' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);

  await page
    .getByRole('article', { name: /^Quote/ })
    .getByRole('button')
    .click();
  await expect(page.getByRole('button', { name: 'Fri 28 February 2025 proposed' })).toBeVisible();
  await page.getByRole('button', { name: 'Keir Starmer, British Prime Minister proposed' }).click();
  await expect(page.getByRole('article', { name: 'Quote, Keir Starmer, pending' })).toBeVisible();

  await page
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  const claimant = page.getByRole('button', { name: 'Keir Starmer, British Prime Minister proposed' });
  await expect(claimant).toHaveAttribute('title', 'Speaker of the quote around it');

  await page
    .getByRole('article', { name: /^Event/ })
    .getByRole('button')
    .click();
  await expect(page.getByRole('button', { name: 'Tue 25 February 2025 proposed' })).toBeVisible();
  await page.getByRole('button', { name: 'Tue 4 March 2025 proposed' }).click();
  await expect(page.getByRole('article', { name: /^Event/ }).getByText('Tue 4 March 2025')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('the form stays inside its card with Save in view, and a proposal taken in it leaves the focus in its field', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text, publishedOn: '2025-03-02' });
  await newMark(article, { kind: 'event', words: 'The ministers will meet on Tuesday' });
  await signIn(page, 'editor');
  await page.setViewportSize({ width: 1440, height: 560 });
  await page.goto(`/articles/${article.slug}`);
  const card = page.getByRole('article', { name: /^Event/ });
  await card.getByRole('button').click();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Details' });
  await expect(form.getByLabel('Title')).toBeFocused();
  await expect(form.getByRole('button', { name: 'Save' })).toBeInViewport({ ratio: 1 });
  const overflowing = await card.evaluate((element) => {
    const { right } = element.getBoundingClientRect();
    return [...element.querySelectorAll('input, select, textarea, button')].filter(
      (control) => control.getBoundingClientRect().right > right,
    ).length;
  });
  expect(overflowing).toBe(0);

  await form.getByRole('button', { name: 'Tue 4 March 2025 proposed' }).click();
  await expect(form.getByLabel('Starts on')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(card.getByText('Tue 4 March 2025')).toBeVisible();
});

test('people named in the article are offered under any spelling', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'quote', words: 'We will stay as long as it takes, and aid has doubled' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await page
    .getByRole('article', { name: /^Quote/ })
    .getByRole('button')
    .click();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Speaker')).toBeFocused();
  await page.keyboard.type('Zelenskiy');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Speaker')).toHaveValue('Volodymyr Zelensky');
  await expect(page.getByLabel('Role or affiliation')).toHaveValue('President');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article', { name: 'Quote, Volodymyr Zelensky, pending' })).toBeVisible();
});

test('what was typed survives another choice and what a colleague does, errors stand beside their fields, Escape asks first', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'event', words: 'The ministers will meet on Tuesday' });
  await newMark(article, { kind: 'claim', words: 'aid has doubled' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const event = page.getByRole('article', { name: /^Event/ });
  await event.getByRole('button').click();
  await expect(event).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Enter');
  await page.getByLabel('Place').fill('Lancaster House');
  await newMark(article, { kind: 'quote', words: 'We will stay as long as it takes', by: 'editor2' });
  await expect(page.getByRole('article', { name: /^Quote/ })).toBeVisible();
  await page
    .getByRole('article', { name: /^Claim/ })
    .getByRole('button')
    .click();
  await expect(event.getByText('draft')).toBeVisible();
  await event.getByRole('button').click();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Place')).toHaveValue('Lancaster House');

  await page.getByLabel('Title').fill('');
  await page.getByLabel('Starts on').fill('soon');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('is empty')).toBeVisible();
  await expect(page.getByText(/is not a date such as/)).toBeVisible();
  await expect(page.getByLabel('Title')).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(page.getByText('Discard what you typed?')).toBeVisible();
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByLabel('Title').fill('Ministers’ meeting');
  await page.getByLabel('Starts on').fill('2025-03');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('article', { name: 'Event, Ministers’ meeting, pending' })).toContainText(
    'March 2025',
  );
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});
