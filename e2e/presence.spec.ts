/** Who is here, where they are, and what they have selected: two and three browsers at one article. */
import type { APIRequestContext, Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { clientOver, signInOverHttp } from '@/e2e/fixtures/client';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';
import { type Box, letterBoxes, type Place, placeOf, selectPlace } from '@/e2e/fixtures/text-places';

const text = [
  'The council met on Tuesday. “We will build the bridge by spring,” Ana Ruiz, the mayor, told the meeting, and nobody in the hall asked her who would pay for it, or when.',
  'She said that it would cost nine million, less than the ferry loses in four years.',
  'قال رئيس المجلس إن الجسر سيُبنى قبل الربيع، وإن التصويت تأجل إلى يوم الجمعة بعد نقاش طويل.',
  'הספינה יצאה בשעה 9:00, said the captain of the night ferry, ובחזרה רק בצהריים.',
].join('\n\n');

const alsoHere = (page: Page) => page.getByRole('list', { name: 'Also here' });
const disc = (page: Page, name: string | RegExp) => alsoHere(page).getByRole('button', { name });
/** For eyes only, so that no role finds it. */
const caret = (page: Page) => page.locator('.colleagues [data-caret]');
const wash = (page: Page) => page.locator('.colleagues [data-line]:not([hidden])');

test('a colleague comes, is told of, and is gone seconds after their tab was closed', async ({
  page,
  signIn,
  openAs,
  newArticle,
}) => {
  const { slug } = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${slug}`);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await expect(alsoHere(page)).toBeHidden();

  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${slug}`);
  await expect(disc(page, 'Demo Reviewer, reading')).toBeVisible();
  await expect(disc(reviewer, 'Demo Editor, reading')).toBeVisible();
  // Whoever comes while the desk is still being opened is told of with those who were there before.
  await expect(page.getByText(/Demo Reviewer is here now\.|Also here: Demo Reviewer\./)).toBeAttached();
  await expect(reviewer.getByText('Also here: Demo Editor.')).toBeAttached();
  await disc(page, /Demo Reviewer/).hover();
  await expect(page.getByText('Demo Reviewer · reading')).toBeVisible();

  await reviewer.close();
  await expect(alsoHere(page)).toBeHidden();
  await expect(page.getByText('Demo Reviewer left.')).toBeAttached();
});

const places: readonly { what: string; from: string; to?: string; caretAt: 'left' | 'right' }[] = [
  { what: 'a word', from: 'council', caretAt: 'right' },
  {
    what: 'words over a line’s end',
    from: 'Ana Ruiz, the mayor, told the meeting, and nobody',
    caretAt: 'right',
  },
  {
    what: 'words that begin in one mark and end in another',
    from: 'build the bridge by spring,” Ana',
    caretAt: 'right',
  },
  { what: 'words of two paragraphs', from: 'or when.', to: 'She said that it would', caretAt: 'right' },
  { what: 'words that run to the left', from: 'رئيس المجلس إن الجسر', caretAt: 'left' },
  { what: 'words in both directions', from: 'בשעה 9:00, said the captain', caretAt: 'right' },
];

test('what a colleague selects has a wash and a caret with their name at these very words', async ({
  page,
  signIn,
  openAs,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'quote', words: 'We will build the bridge by spring,' });
  await newMark(article, { kind: 'claim', words: 'Ana Ruiz, the mayor' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${article.slug}`);
  await expect(disc(page, /Demo Reviewer/)).toBeVisible();

  for (const { what, from, to, caretAt } of places) {
    const place = placeOf(article.revision.text, from, to);
    await test.step(what, async () => {
      await selectPlace(reviewer, place);
      await expectDrawnAt(page, place, caretAt);
      await expect(caret(page).locator('[data-name]')).toHaveCSS('opacity', '1');
      await expect(caret(page).locator('[data-name="Demo Reviewer"]')).toBeVisible();
    });
  }
  await expect(disc(page, 'Demo Reviewer, selecting')).toBeVisible();

  const last = placeOf(article.revision.text, 'the mayor, told the meeting, and nobody in the hall');
  await selectPlace(reviewer, last);
  for (const width of [720, 390, 1440]) {
    await test.step(`in a window of ${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await expectDrawnAt(page, last, 'right');
    });
  }
  await test.step('with letters of twice the size', async () => {
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    await expectDrawnAt(page, last, 'right');
  });
});

test('a caret alone stands before its letter, has no wash, and leaves with the selection', async ({
  page,
  signIn,
  openAs,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${article.slug}`);
  await expect(disc(page, /Demo Reviewer/)).toBeVisible();

  const { start } = placeOf(article.revision.text, 'the mayor');
  await selectPlace(reviewer, { start, end: start });
  await expect(disc(page, 'Demo Reviewer, in the text')).toBeVisible();
  await expect
    .poll(async () => {
      const [letter] = await letterBoxes(page, { start, end: start + 1 });
      return distance((await caret(page).boundingBox())?.x, letter?.left);
    })
    .toBeLessThan(2);
  await expect(wash(page)).toHaveCount(0);
  await reviewer.evaluate(() => document.getSelection()?.removeAllRanges());
  await expect(caret(page)).toHaveCount(0);
});

test('one’s own selection and the text stay as they are while colleagues select in it', async ({
  page,
  signIn,
  openAs,
  newArticle,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  const second = await openAs('editor2');
  for (const colleague of [reviewer, second]) await colleague.goto(`/articles/${article.slug}`);
  await expect(alsoHere(page).getByRole('button')).toHaveCount(2);

  await selectWords(page, 'We will build the bridge');
  const before = await page.evaluateHandle(() => {
    const article = document.querySelector('article');
    const walker = document.createTreeWalker(article ?? document, NodeFilter.SHOW_TEXT);
    const nodes: Node[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node);
    return { nodes, html: article?.outerHTML, copied: String(document.getSelection()) };
  });
  const box = await page.locator('article').boundingBox();
  for (const words of ['council met on Tuesday. “We will build', 'the bridge by spring', 'will build the']) {
    const place = placeOf(article.revision.text, words);
    await selectPlace(reviewer, place);
    await selectPlace(second, { start: place.end, end: place.end });
    await expect
      .poll(async () => boxOf(await drawn(page, 'Demo Reviewer')))
      .toEqual(boxOf(await letterBoxes(page, place)));
  }
  const after = await before.evaluate(({ nodes, html, copied }) => ({
    isSameText:
      nodes.every((node) => node.isConnected) && document.querySelector('article')?.outerHTML === html,
    isSameSelection: String(document.getSelection()) === copied,
  }));
  expect(after).toEqual({ isSameText: true, isSameSelection: true });
  expect(await page.locator('article').boundingBox()).toEqual(box);
});

test('a press goes to where a colleague is in a long article, another goes back', async ({
  page,
  signIn,
  openAs,
  newArticle,
}) => {
  const paragraphs = Array.from({ length: 240 }, (_, at) => `Paragraph ${at} of it. ${text.split('\n')[0]}`);
  const article = await newArticle({ text: paragraphs.join('\n\n') });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${article.slug}`);
  await expect(disc(page, /Demo Reviewer/)).toBeVisible();
  await selectPlace(reviewer, placeOf(article.revision.text, 'Paragraph 200 of it'));

  await disc(page, 'Demo Reviewer, selecting').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByText('Paragraph 200 of it')).toBeInViewport();
  await expect(caret(page)).toBeInViewport();
  await expect(page.getByText(/^Demo Reviewer, selecting, at: Paragraph 200 of it\./)).toBeAttached();
  await page.getByRole('button', { name: 'Back to where you were' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Back to where you were' })).toBeHidden();
});

test('who does nothing is idle after a while, and active again with the first move', async ({
  page,
  signIn,
  openAs,
  newArticle,
}) => {
  test.slow();
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${article.slug}`);
  const place = placeOf(article.revision.text, 'nine million');
  await selectPlace(reviewer, place);
  await expect(disc(page, 'Demo Reviewer, selecting')).toBeVisible();
  const tellings: string[] = [];
  reviewer.on('request', (request) => {
    if (request.method() === 'PUT') tellings.push(request.url());
  });

  await expect(disc(page, 'Demo Reviewer, idle')).toBeVisible({ timeout: 45_000 });
  expect(tellings).toEqual([]);
  await expect(caret(page)).toHaveCount(0);
  await expectAccessible(page);
  await disc(page, 'Demo Reviewer, idle').click();
  await expect(
    page.getByText('Demo Reviewer, idle, at: She said that it would cost nine million'),
  ).toBeAttached();
  await reviewer.mouse.move(300, 300);
  await expect(disc(page, 'Demo Reviewer, selecting')).toBeVisible();
  await expectDrawnAt(page, place, 'right');
});

test('the board shows who is at each story', async ({ page, signIn, openAs, newArticle }) => {
  const article = await newArticle({ text });
  await signIn(page, 'admin');
  await page.goto(`/?search=${encodeURIComponent(article.headline)}`);
  const story = page.getByRole('link', { name: article.headline });
  await expect(story).toBeVisible();
  await expect(story).not.toHaveAccessibleDescription(/./);

  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${article.slug}`);
  await expect(story).toHaveAccessibleDescription('Here now: Demo Reviewer');
  const second = await openAs('editor2');
  await second.goto(`/articles/${article.slug}`);
  await expect(story).toHaveAccessibleDescription('Here now: Demo Reviewer and Demo Editor Two');
  await expectAccessible(page);
  await reviewer.goto('/');
  await expect(story).toHaveAccessibleDescription('Here now: Demo Editor Two');
});

test('of many colleagues the last are behind one button that names them', async ({
  page,
  signIn,
  newArticle,
  api,
  playwright,
  baseURL,
}) => {
  const article = await newArticle({ text });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const { origin } = new URL(String(baseURL));
  const contexts: APIRequestContext[] = [];
  const password = 'nine herons watch the ferry';
  const colleagues = [await api('reviewer'), await api('editor2'), await api('admin')];
  for (const name of ['Inés Calder', 'Maren Holt']) {
    const account = crypto.randomUUID();
    const added = await (await api('admin'))('POST', '/api/people', {
      body: { name, email: `${account}@demo.test`, role: 'editor' },
    });
    const context = await playwright.request.newContext({ baseURL: origin });
    const client = clientOver(context, origin);
    const token = new URL(added.body.setUpUrl).pathname.split('/').at(-1);
    expect(await client('POST', '/api/set-up', { body: { token, password } })).toMatchObject({
      status: 200,
    });
    await signInOverHttp(context, origin, account, password);
    contexts.push(context);
    colleagues.push(client);
  }
  // Without a browser at the article, whoever says no more is gone after a while.
  await expect(async () => {
    for (const colleague of colleagues) {
      const told = await colleague('PUT', `/api/articles/${article.id}/presence`, {
        body: { selection: null },
      });
      expect(told.status).toBe(200);
    }
    await expect(alsoHere(page).getByRole('button')).toHaveCount(4, { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await disc(page, '2 more: Inés Calder and Maren Holt').click();
  await expect(page.getByRole('menuitem')).toHaveText([/Inés Calder/, /Maren Holt/]);
  for (const context of contexts) await context.dispose();
});

test('on a phone all colleagues are behind one button', async ({ page, signIn, openAs, newArticle }) => {
  const article = await newArticle({ text });
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  const second = await openAs('editor2');
  for (const colleague of [reviewer, second]) {
    await colleague.goto(`/articles/${article.slug}`);
    await expect(disc(page, 'Also here')).toBeVisible();
  }
  await selectPlace(second, placeOf(article.revision.text, 'captain'));
  await disc(page, 'Also here: Demo Reviewer and Demo Editor Two').click();
  await expect(page.getByRole('menuitem', { name: /Demo Reviewer/ })).toContainText('reading');
  await expectAccessible(page, { floating: true });
  await page.getByRole('menuitem', { name: /Demo Editor Two/ }).click();
  await expect(page.getByRole('article').getByText('said the captain')).toBeInViewport();
});

test('the desk with colleagues in it is accessible, light and dark', async ({
  page,
  signIn,
  openAs,
  newArticle,
  newMark,
}) => {
  const article = await newArticle({ text });
  await newMark(article, { kind: 'quote', words: 'We will build the bridge by spring,' });
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${article.slug}`);
  await selectPlace(reviewer, placeOf(article.revision.text, 'Tuesday. “We will build'));
  await expect(wash(page)).not.toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expectAccessible(page);
  }
});

test('being somewhere is written nowhere, and nobody is told when it cannot be said', async ({
  page,
  signIn,
  openAs,
  newArticle,
  api,
}) => {
  const article = await newArticle({ text });
  const client = await api('editor');
  const before = (await client('GET', `/api/articles/${article.id}`)).body;
  await signIn(page, 'editor');
  await page.goto(`/articles/${article.slug}`);
  const reviewer = await openAs('reviewer');
  await reviewer.goto(`/articles/${article.slug}`);
  await selectPlace(reviewer, placeOf(article.revision.text, 'nine million'));
  await expect(disc(page, 'Demo Reviewer, selecting')).toBeVisible();

  await reviewer.route('**/presence', (route) =>
    route.fulfill({ status: 429, contentType: 'application/problem+json', body: '{}' }),
  );
  const refused = reviewer.waitForResponse('**/presence');
  await selectPlace(reviewer, placeOf(article.revision.text, 'four years'));
  expect((await refused).status()).toBe(429);
  await expect(reviewer.getByText('Saved', { exact: true })).toBeVisible();
  await expect(reviewer.getByRole('dialog')).toHaveCount(0);

  const after = (await client('GET', `/api/articles/${article.id}`)).body;
  expect(after).toEqual(before);
  expect((await client('GET', `/api/articles/${article.id}/annotations`)).body.seq).toBe(before.seq);
});

/** Expects a colleague's wash exactly on the letters of a place, and their caret behind the last. */
async function expectDrawnAt(page: Page, place: Place, caretAt: 'left' | 'right'): Promise<void> {
  await expect(async () => {
    const letters = await letterBoxes(page, place);
    const lines = await drawn(page, 'Demo Reviewer');
    const bare = letters.filter((letter) => !lines.some((line) => holds(line, letter)));
    expect(bare, 'letters without a wash').toEqual([]);
    expect(boxOf(lines), 'the wash as a whole').toEqual(boxOf(letters));
    const last = letters.at(-1);
    const at = await caret(page).boundingBox();
    expect(distance(at?.y, last?.top)).toBeLessThan(2);
    expect(distance(at === null ? undefined : at.x + at.width / 2, last?.[caretAt])).toBeLessThan(2);
  }).toPass({ timeout: 10_000 });
}

/** The lines of a colleague's wash, in the window's px. */
function drawn(page: Page, name: string): Promise<Box[]> {
  return page
    .locator('.colleagues [data-person]')
    .filter({ has: page.locator(`[data-name="${name}"]`) })
    .locator('[data-line]:not([hidden])')
    .evaluateAll((lines) =>
      lines.map((line) => {
        const { left, top, right, bottom } = line.getBoundingClientRect();
        return { left, top, right, bottom };
      }),
    );
}

function holds(line: Box, letter: Box): boolean {
  return (
    line.left <= letter.left + 1 &&
    line.right >= letter.right - 1 &&
    line.top <= letter.top + 1 &&
    line.bottom >= letter.bottom - 1
  );
}

/** All boxes as one, in whole px. */
function boxOf(boxes: readonly Box[]): Box {
  return {
    left: Math.round(Math.min(...boxes.map(({ left }) => left))),
    top: Math.round(Math.min(...boxes.map(({ top }) => top))),
    right: Math.round(Math.max(...boxes.map(({ right }) => right))),
    bottom: Math.round(Math.max(...boxes.map(({ bottom }) => bottom))),
  };
}

function distance(one: number | undefined, other: number | undefined): number {
  return one === undefined || other === undefined ? Number.POSITIVE_INFINITY : Math.abs(one - other);
}
