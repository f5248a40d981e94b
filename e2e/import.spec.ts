import type { Locator, Page } from '@playwright/test';
import { Article } from '@/domain/article';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

/** An agency report made up for these specs; the tag keeps each spec's text its own. */
function report(tag: string): string {
  return [
    ` date 2024-11-10 Harbour Minister Ada Lindqvist asked the parliament for a second ferry ${tag}, or a loan, to supply the islands. Engineer Oskar Brandt, left, signs for new lines while Mayor Mira Okafor, right, looks on.(AP)`,
    'Lindqvist has argued for years that one ship is not enough.',
    '"One ship is no bridge," she told Radio Vessel.',
    'Quarrel over the old landing',
    'Members of the opposition called the plan “a gift to the shipyards”.',
  ].join('\n\n');
}

function tag(): string {
  return `No ${crypto.randomUUID().slice(0, 8)}`;
}

const article = (page: Page) => page.getByRole('region', { name: 'Preview' }).getByRole('article');
const recognised = (page: Page) => page.getByRole('region', { name: 'Recognised' });
const text = (page: Page) => page.getByLabel('Text', { exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const details = (page: Page) => page.getByRole('region', { name: 'Details' });
const file = (page: Page) => page.getByLabel('Text or Markdown file');

/** Presses Tab until the control has the focus. */
async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(control).toBeFocused();
}

test.beforeEach(async ({ page, signIn }) => {
  await signIn(page, 'editor');
  await page.goto('/articles/new');
});

test('an agency report is recognised, mended, saved and opened', async ({ page, api }) => {
  const name = tag();
  await text(page).fill(report(name));
  await expect(article(page).getByRole('heading', { level: 2 })).toContainText(
    'Harbour Minister Ada Lindqvist',
  );
  await expect(details(page).getByLabel('Published on')).toHaveValue('2024-11-10');
  await expect(recognised(page)).toContainText('Photo caption');
  await expect(recognised(page)).toContainText('Crosshead');

  await recognised(page)
    .getByRole('button', { name: /^Undo Date/ })
    .click();
  await expect(article(page)).toContainText('date 2024-11-10 Harbour Minister');
  await expect(details(page).getByLabel('Published on')).toHaveValue('');
  await recognised(page)
    .getByRole('button', { name: /^Redo Date/ })
    .click();
  await expect(details(page).getByLabel('Published on')).toHaveValue('2024-11-10');

  await page.getByRole('button', { name: 'Mend Paragraph 3' }).click();
  await page.getByLabel('Words of Paragraph 3').fill('Lindqvist said one ship was not enough.');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Mend Paragraph 6' }).click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('button', { name: 'Bring back Paragraph 6' })).toBeFocused();
  await details(page).getByLabel('Headline').fill(`Second ferry ${name}`);
  await details(page).getByLabel('Deadline').fill('2030-03-02T18:30');
  await details(page).getByLabel('Desk').fill('Islands');
  await save(page).click();

  await expect(page).toHaveURL(/\/articles\/second-ferry-no-[a-z0-9-]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Second ferry ${name}`);
  const slug = new URL(page.url()).pathname.split('/').at(-1);
  const saved = Article.parse((await (await api('editor'))('GET', `/api/articles/${slug}`)).body);
  expect(saved).toMatchObject({
    publishedOn: '2024-11-10',
    deadline: '2030-03-02T18:30:00.000Z',
    desk: 'Islands',
    language: 'en',
  });
  expect(saved.revision.blocks.map(({ type, text: words }) => [type, words.slice(0, 22)])).toEqual([
    ['paragraph', 'Harbour Minister Ada L'],
    ['caption', 'Engineer Oskar Brandt,'],
    ['paragraph', 'Lindqvist said one shi'],
    ['paragraph', '"One ship is no bridge'],
    ['heading', 'Quarrel over the old l'],
  ]);
});

test('a dropped Markdown file keeps its emphasis and its safe links', async ({ page, api }) => {
  const name = tag();
  const markdown = `# Ferry ${name}\n\nThe **second** ferry, [said](https://a.example/) the [minister](javascript:alert(1)).\n\n- one\n- two`;
  const dropped = await page.evaluateHandle((words) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([words], 'ferry.md', { type: 'text/markdown' }));
    return transfer;
  }, markdown);
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped });
  await expect(article(page).getByRole('heading', { level: 2 })).toHaveText(`Ferry ${name}`);
  await expect(page.getByText('From ferry.md, read as UTF-8.')).toBeVisible();
  await expect(recognised(page)).toContainText('Links without a web or mail address became plain text: 1.');
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Ferry ${name}`);
  const slug = new URL(page.url()).pathname.split('/').at(-1);
  const { revision } = Article.parse((await (await api('editor'))('GET', `/api/articles/${slug}`)).body);
  expect(revision.blocks.map(({ type }) => type)).toEqual(['paragraph', 'listItem', 'listItem']);
  expect(revision.blocks[0]?.marks.map(({ type, href }) => [type, href])).toEqual([
    ['strong', undefined],
    ['link', 'https://a.example/'],
  ]);
});

const refused = [
  [
    'nothing in it',
    { name: 'story.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    'story.txt is empty.',
  ],
  ['blanks in it', { name: 'story.txt', mimeType: 'text/plain', buffer: Buffer.from(' \n ') }, undefined],
  [
    'the bytes of a picture',
    { name: 'story.txt', mimeType: 'text/plain', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]) },
    'story.txt is not text but some other kind of data.',
  ],
  [
    'the name of another kind',
    { name: 'story.docx', mimeType: 'application/zip', buffer: Buffer.from('PK') },
    'story.docx is no .txt or .md file; those are read here, or paste its text.',
  ],
  [
    'more than 8 MB',
    { name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.alloc(8 * 1024 * 1024 + 1, 'a') },
    'long.txt is 8.0 MB; the desk takes articles of up to 8 MB. Leave part of it out.',
  ],
] as const;

for (const [what, chosen, sentence] of refused) {
  test(`a file with ${what} is refused in a sentence`, async ({ page }) => {
    await file(page).setInputFiles({ ...chosen });
    if (sentence !== undefined) await expect(page.getByText(sentence)).toBeVisible();
    await save(page).click();
    await expect(page.getByText('Paste a text or choose a file first.')).toBeVisible();
    await expect(page).toHaveURL(/\/articles\/new$/);
  });
}

test('a file in an old encoding is read, and the encoding said', async ({ page }) => {
  const words = 'The caf\u00e9 opened. Nobody objected to it.';
  await file(page).setInputFiles({
    name: 'old.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(words, 'latin1'),
  });
  await expect(article(page)).toContainText('The café opened.');
  await expect(page.getByText('Windows-1252, because it is not UTF-8')).toBeVisible();
});

test('300,000 words come in without freezing the page', async ({ page }) => {
  const paragraph = 'The council voted for the bridge after a long night and went home at dawn. '
    .repeat(5)
    .trim();
  const words = Array.from({ length: 4000 }, (_, index) => `${index} ${paragraph}`).join('\n\n');
  await file(page).setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(words) });
  await expect(article(page)).toContainText('4,000 blocks');
  await expect(page.getByText('too long to show here')).toBeVisible();
  await page.getByRole('button', { name: 'Mend Paragraph 2', exact: true }).click();
  await page.getByLabel('Words of Paragraph 2', { exact: true }).fill('A short one.');
  await page.keyboard.press('Escape');
  await expect(article(page)).toContainText('A short one.');
  await details(page).getByLabel('Headline').fill(`Long ${tag()}`);
  await save(page).click();
  await expect(page).toHaveURL(/\/articles\/long-no-/, { timeout: 30_000 });
});

test('right-to-left text and emoji come in as they are', async ({ page, api }) => {
  const name = tag();
  const words = `قال الوزير ${name} إن الجسر لن يبنى هذا العام 👩‍👩‍👧 وقال “نعم”.\n\nשלום 🚢 עולם e\u0301 🇺🇦.`;
  await text(page).fill(words);
  const first = article(page).getByText('قال الوزير').last();
  await expect(first).toHaveCSS('direction', 'rtl');
  await details(page).getByLabel('Language').fill('Arabic');
  await details(page).getByLabel('Headline').fill(name);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  const slug = new URL(page.url()).pathname.split('/').at(-1);
  const saved = Article.parse((await (await api('editor'))('GET', `/api/articles/${slug}`)).body);
  expect(saved.revision.text).toBe(words.replace('\n\n', '\n').normalize('NFC'));
  expect(saved.language).toBe('ar');
});

test('a text that is on the desk already is said and linked, and may be saved again', async ({
  page,
  newArticle,
}) => {
  const name = tag();
  const words = `The ferry ${name} sailed.\n\nNobody was on board.`;
  const { slug } = await newArticle({ text: words, headline: `First ${name}` });
  await text(page).fill(words);
  const link = page.getByRole('link', { name: `First ${name}` });
  await expect(link).toHaveAttribute('href', `/articles/${slug}`);
  await details(page).getByLabel('Headline').fill(`Second ${name}`);
  await save(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Second ${name}`);
});

test('leaving with unsaved text asks first', async ({ page }) => {
  await text(page).fill('The ferry sailed. Nobody was on board.');
  await page.getByRole('link', { name: 'Desk' }).click();
  await page
    .getByRole('dialog', { name: 'Leave without saving?' })
    .getByRole('button', { name: 'Stay' })
    .click();
  await expect(text(page)).toHaveValue('The ferry sailed. Nobody was on board.');
  await page.getByRole('link', { name: 'Desk' }).click();
  await page.getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page).not.toHaveURL(/\/articles\/new$/);
});

test('a failed save keeps the text, Retry saves it once', async ({ page, api }) => {
  const name = tag();
  await text(page).fill(`The ferry ${name} sailed. Nobody was on board.`);
  await details(page)
    .getByLabel('Source address')
    .fill(`https://ferry.example/${encodeURIComponent(name)}`);
  await details(page).getByLabel('Headline').fill(`Retry ${name}`);
  // The first attempt reaches the desk, its answer is lost on the way.
  await page.route(
    '**/api/articles',
    async (route) => {
      await route.fetch();
      await route.abort('internetdisconnected');
    },
    { times: 1 },
  );
  await save(page).click();
  await expect(page.getByText('The desk cannot be reached.')).toBeVisible();
  await expect(details(page).getByLabel('Headline')).toHaveValue(`Retry ${name}`);
  await page.getByRole('button', { name: 'Retry' }).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Retry ${name}`);
  const found = await (await api('editor'))('GET', `/api/articles?search=${encodeURIComponent(name)}`);
  expect(found.body).toMatchObject({ items: [{ headline: `Retry ${name}` }] });
});

test('what is wrong is said beside its field, which takes the focus', async ({ page }) => {
  await text(page).fill('The ferry sailed. Nobody was on board.');
  await details(page).getByLabel('Source address').fill('ferry.example');
  await details(page).getByLabel('Headline').fill('');
  await save(page).click();
  await expect(details(page).getByLabel('Headline')).toBeFocused();
  await expect(details(page).getByLabel('Headline')).toHaveAccessibleDescription(/Write a headline/);
  await expect(details(page).getByLabel('Source address')).toHaveAccessibleDescription(/https:/);
});

test('the keyboard alone brings an article in', async ({ page }) => {
  const name = tag();
  await tabTo(page, text(page));
  await page.keyboard.insertText(`Ferry ${name}\n\nThe ferry sailed. Nobody was on board.\n\nIt came back.`);
  await expect(article(page)).toContainText('It came back.');
  await tabTo(page, page.getByRole('button', { name: 'Mend Paragraph 2' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(' Late.');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Mend Paragraph 2' })).toBeFocused();
  await tabTo(page, details(page).getByLabel('Byline'), 'Shift+Tab');
  await page.keyboard.insertText('Ada Lindqvist');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Ferry ${name}`);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screen is accessible, empty and filled (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await expectAccessible(page);
    await text(page).fill(report('a11y'));
    await expect(article(page)).toBeVisible();
    await page.getByRole('button', { name: 'Mend Paragraph 3' }).click();
    await expectAccessible(page);
  });
}
