import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

const text = [
  'LONDON, 2 March 2025. “We will stay as long as it takes,” Keir Starmer told BBC News on Friday.',
  'Aid to the country has doubled in a year, he added. The ministers will meet on Tuesday.',
].join('\n\n');

test('an editor marks, a reviewer approves one and rejects one with a reason, and the next is chosen each time', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text, publishedOn: '2025-03-02' });
  await newMark(article, {
    kind: 'quote',
    words: 'We will stay as long as it takes',
    details: { directness: 'direct', speaker: { name: 'Keir Starmer' } },
  });
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year' });
  await newMark(article, { kind: 'event', words: 'The ministers will meet on Tuesday' });

  await signIn(page, 'reviewer');
  await page.goto(`/articles/${article.slug}`);
  await page.getByRole('article', { name: 'Quote, Keir Starmer, pending' }).getByRole('button').click();
  await expect(page.getByText('3 left to decide.', { exact: true })).toBeVisible();
  const buttons = ['Approve', 'Request Changes', 'Reject'].map((name) =>
    page.getByRole('button', { name, exact: true }).boundingBox(),
  );
  expect(new Set((await Promise.all(buttons)).map((box) => box?.y)).size).toBe(1);
  await page.keyboard.press('a');
  await expect(page.getByRole('article', { name: 'Quote, Keir Starmer, approved' })).toBeVisible();
  const claim = page.getByRole('article', { name: /^Claim, Aid/ });
  await expect(claim).toHaveAttribute('aria-current', 'true');
  await expect(page.getByText('2 left to decide.', { exact: true })).toBeVisible();
  await expectAccessible(page);

  await claim.getByRole('button', { name: 'Reject' }).click();
  const form = page.getByRole('form', { name: 'Reject this mark' });
  await form.getByRole('button', { name: 'Reject' }).click();
  await expect(form.getByText('Say why, so that it can be mended.')).toBeVisible();
  await form.getByLabel('Reason').selectOption('No source');
  await form.getByLabel('Note').fill('Doubled from what?');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('article', { name: /^Event, The ministers/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(page.getByRole('article', { name: /^Claim, Aid/ })).toHaveCount(0);
  await page.getByRole('checkbox', { name: /^Rejected/ }).check();
  await page
    .getByRole('article', { name: /^Claim, Aid.*rejected$/ })
    .getByRole('button')
    .click();
  await expect(page.getByText('Demo Reviewer rejected: no source')).toBeVisible();
  await expect(page.getByText('Doubled from what?')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
});

test('nobody decides on their own work, and the card says why', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  const by = 'reviewer';
  await newMark(article, { kind: 'claim', words: 'Aid to the country has doubled in a year', by });
  await signIn(page, by);
  await page.goto(`/articles/${article.slug}`);
  const card = page.getByRole('article', { name: /^Claim, Aid/ });
  await card.getByRole('button').click();
  await expect(card.getByRole('button', { name: 'Approve' })).toBeDisabled();
  await expect(card.getByText('You made this mark; another reviewer has to decide on it.')).toBeVisible();
  await page.keyboard.press('a');
  await expect(card.getByText('pending')).toBeVisible();
});

test('a change re-opens an approved mark, and the card says what changed', async ({
  page,
  openAs,
  signIn,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, {
    kind: 'quote',
    words: 'We will stay as long as it takes',
    details: { directness: 'direct', speaker: { name: 'Keir Starmer' } },
  });
  const reviewing = await openAs('reviewer');
  await reviewing.goto(`/articles/${article.slug}`);
  await reviewing
    .getByRole('article', { name: /^Quote/ })
    .getByRole('button')
    .click();
  await reviewing.getByRole('button', { name: 'Approve' }).click();
  await expect(reviewing.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  await page.getByRole('article', { name: 'Quote, Keir Starmer, approved' }).getByRole('button').click();
  await page.keyboard.press('Enter');
  await page.getByLabel('Said to').fill('BBC News');
  await page.keyboard.press('Control+Enter');
  const card = page.getByRole('article', { name: 'Quote, Keir Starmer, pending' });
  await expect(card.getByText('Open again: changed since the decision')).toBeVisible();
  await expect(card.getByRole('region', { name: 'Changed since the decision' })).toContainText('Said to');
  await expect(card.getByRole('insertion')).toHaveText('BBC News');

  await card.getByText(/version 3/).click();
  await expect(card.getByRole('listitem')).toHaveCount(3);
});
