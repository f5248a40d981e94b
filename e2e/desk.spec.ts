import type { Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';

const text = [
  'The council met on Tuesday. “We will build the bridge by spring,” Ana Ruiz, the mayor, told the meeting.',
  'She said that it would cost nine million, less than the ferry loses in four years.',
  'Nobody asked who would pay for it, and the vote was put off until Friday.',
].join('\n\n');

const marks = (page: Page) => page.locator('article.copy mark');
const chosen = (page: Page) => page.locator('article.copy mark[data-chosen]');
const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Mark the selected words' });

test('an editor selects with the mouse, presses Quote, and the mark stays', async ({
  page,
  signIn,
  newArticle,
  api,
}) => {
  await signIn(page, 'editor');
  const article = await newArticle({ text });
  await page.goto(`/articles/${article.slug}`);

  const words = await boxOf(page, '“We will build the bridge by spring,”');
  await page.mouse.move(words.left + 1, words.middle);
  await page.mouse.down();
  await page.mouse.move(words.right - 1, words.middle, { steps: 8 });
  await expect(toolbar(page)).toBeHidden();
  await page.mouse.up();

  const bar = await toolbar(page).boundingBox();
  if (bar === null) throw new Error('there is no toolbar');
  expect(bar.y + bar.height <= words.top || bar.y >= words.bottom).toBe(true);
  await page.getByRole('button', { name: 'Quote', exact: true }).click();

  await expect(chosen(page)).toHaveText('We will build the bridge by spring,');
  await expect(toolbar(page)).toBeHidden();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const { body } = await (await api('editor'))('GET', `/api/articles/${article.id}/annotations`);
  expect(body.items).toMatchObject([
    {
      kind: 'quote',
      details: { directness: 'direct' },
      spans: [{ exact: 'We will build the bridge by spring,' }],
    },
  ]);
  await page.reload();
  await expect(chosen(page)).toHaveText('We will build the bridge by spring,');
});

test('keys make, walk, retag, copy, delete and bring back marks', async ({
  page,
  context,
  signIn,
  newArticle,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signIn(page, 'editor');
  const article = await newArticle({ text, source: 'Harbour News', publishedOn: '2025-03-02' });
  await page.goto(`/articles/${article.slug}`);

  for (const [key, words] of [
    ['q', 'We will build the bridge by spring,'],
    ['c', ' it would cost nine million'],
    ['e', 'the vote was put off until Friday '],
  ] as const) {
    await selectWords(page, words.trim());
    await expect(toolbar(page)).toBeVisible();
    await page.keyboard.press(key);
    await expect(chosen(page)).toHaveText(words.trim());
  }
  await expect(marks(page)).toHaveCount(3);

  await page.keyboard.press('k');
  await expect(chosen(page)).toHaveText('it would cost nine million');
  await expect(chosen(page)).toBeFocused();
  await expect(chosen(page)).toHaveAttribute('data-kind', 'claim');
  await page.keyboard.press('e');
  await expect(chosen(page)).toHaveAttribute('data-kind', 'event');
  await page.keyboard.press('k');
  await expect(chosen(page)).toHaveText('We will build the bridge by spring,');

  await page.keyboard.press('y');
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe('“We will build the bridge by spring” (Harbour News, 2 March 2025)');

  await page.keyboard.press('Backspace');
  await expect(marks(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(marks(page)).toHaveCount(3);
  await expect(chosen(page)).toHaveText('We will build the bridge by spring,');
  await expect(chosen(page)).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(chosen(page)).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/articles/${article.slug}$`));
});

test('letters typed in a field are not keys of the desk', async ({ page, signIn, newArticle, newMark }) => {
  await signIn(page, 'editor');
  const article = await newArticle({ text });
  await newMark(article, { kind: 'quote', words: 'We will build the bridge' });
  await page.goto(`/articles/${article.slug}`);
  await marks(page).click();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Speaker')).toBeFocused();
  await page.keyboard.type('ecj?');
  await expect(chosen(page)).toHaveAttribute('data-kind', 'quote');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('every key is listed behind ?', async ({ page, signIn, newArticle }) => {
  await signIn(page, 'editor');
  const { slug } = await newArticle({ text });
  await page.goto(`/articles/${slug}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByRole('dialog').getByText('Request changes, with a reason')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});

test('where marks overlap, the smallest wins the click and repeated clicks go outwards', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  await signIn(page, 'editor');
  const article = await newArticle({ text });
  await newMark(article, { kind: 'claim', words: 'She said that it would cost nine million' });
  await newMark(article, { kind: 'quote', words: 'it would cost nine million, less than the ferry' });
  await newMark(article, { kind: 'event', words: 'nine million' });
  await page.goto(`/articles/${article.slug}`);
  const smallest = marks(page).filter({ hasText: /^nine million$/ });
  for (const kind of ['event', 'claim', 'quote', 'event']) {
    await smallest.click();
    await expect(chosen(page).first()).toHaveAttribute('data-kind', kind);
  }
});

test('assistive technology knows kind, status and author of a mark', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  await signIn(page, 'editor');
  const article = await newArticle({ text });
  await newMark(article, { kind: 'claim', words: 'nine million' });
  await page.goto(`/articles/${article.slug}`);
  await expect(marks(page)).toHaveAccessibleDescription('Claim, pending, by Demo Editor');
});

test('the article is readable and marked before any script runs', async ({ openAs, newArticle, newMark }) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'quote', words: 'We will build the bridge' });
  const page = await openAs('editor', { javaScriptEnabled: false });
  await page.goto(`/articles/${article.slug}`);
  await expect(page.getByRole('article').getByText('Nobody asked who would pay')).toBeVisible();
  await expect(marks(page)).toHaveText('We will build the bridge');
});

test('a link to a mark opens the article at it, chosen', async ({ page, signIn, newArticle, newMark }) => {
  await signIn(page, 'editor');
  const filler = Array.from({ length: 80 }, (_, day) => `On day ${day} nothing was decided.`).join('\n\n');
  const article = await newArticle({ text: `${text}\n\n${filler}\n\nThe last word was the mayor’s.` });
  const mark = await newMark(article, { kind: 'quote', words: 'The last word' });
  await page.goto(`/articles/${article.slug}#${mark.id}`);
  await expect(chosen(page)).toHaveText('The last word');
  await expect(chosen(page)).toBeInViewport();
});

test('a colleague’s mark arrives without moving page or selection', async ({
  page,
  signIn,
  newArticle,
  newMark,
}) => {
  await page.clock.install();
  await signIn(page, 'editor');
  const filler = Array.from({ length: 80 }, (_, day) => `On day ${day} nothing was decided.`).join('\n\n');
  const article = await newArticle({ text: `${filler}\n\n${text}\n\n${filler}` });
  await page.goto(`/articles/${article.slug}`);
  await page.getByText('She said that it would cost').scrollIntoViewIfNeeded();
  await selectWords(page, 'cost nine million, less than the ferry');
  await expect(toolbar(page)).toBeVisible();
  const before = await page.evaluate(() => window.scrollY);

  await newMark(article, { kind: 'claim', words: 'nine million', by: 'editor2' });
  await page.clock.fastForward(21_000);
  await expect(marks(page)).toHaveText('nine million');

  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe(
    'cost nine million, less than the ferry',
  );
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  await expect(toolbar(page)).toBeVisible();
});

test('at 320 px everything is reachable: the toolbar docks, the card comes in a sheet', async ({
  openAs,
  newArticle,
}) => {
  const article = await newArticle({ text });
  const page = await openAs('editor', {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await page.goto(`/articles/${article.slug}`);
  await expect(page.getByText('Saved', { exact: true })).toBeAttached();
  await selectWords(page, 'it would cost nine million');
  await toolbar(page).getByRole('button', { name: 'Claim' }).tap();
  await expect(chosen(page)).toHaveText('it would cost nine million');
  await expect(chosen(page)).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Edit details' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the desk is accessible, ${colorScheme}`, async ({ page, signIn, newArticle, newMark }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await signIn(page, 'editor');
    const article = await newArticle({ text });
    await newMark(article, { kind: 'claim', words: 'She said that it would cost nine million' });
    await newMark(article, { kind: 'event', words: 'nine million' });
    await page.goto(`/articles/${article.slug}`);
    await marks(page)
      .filter({ hasText: /^nine million$/ })
      .click();
    await expectAccessible(page);
    await selectWords(page, 'Nobody asked who would pay');
    await expect(toolbar(page)).toBeVisible();
    await expectAccessible(page);
  });
}

/** The window's coordinates of words that stand on one line of the article. */
async function boxOf(page: Page, words: string) {
  await page.getByText(words).scrollIntoViewIfNeeded();
  return page.evaluate((wanted) => {
    for (const block of document.querySelectorAll('[data-offset]')) {
      const node = block.firstChild;
      const at = node?.textContent?.indexOf(wanted) ?? -1;
      if (node === null || at === -1) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom, middle: (top + bottom) / 2 };
    }
    throw new Error(`the article does not say ${wanted}`);
  }, words);
}
