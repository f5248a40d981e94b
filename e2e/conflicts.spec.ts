import type { Locator, Page } from '@playwright/test';
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import { expectAccessible } from '@/e2e/fixtures/accessibility';
import { type Held, holdTheirs } from '@/e2e/fixtures/hold-theirs';
import { expect, test } from '@/e2e/fixtures/test';

const text = 'Aid to the country has doubled in a year, he said. The ministers will meet on Tuesday.';
const words = 'Aid to the country has doubled in a year';

const cardOf = (page: Page) => page.getByRole('article', { name: /^(Quote|Claim|Event), / });

/** Opens the article with its first mark chosen by key; what others do from then on does not reach the page. */
async function openMark(page: Page, article: Article): Promise<Held> {
  const held = await holdTheirs(page.context());
  await page.goto(`/articles/${article.slug}`);
  await expect(cardOf(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(cardOf(page).first()).toHaveAttribute('aria-current', 'true');
  held.hold();
  return held;
}

/** Fills the details in with the keyboard alone, and saves. */
async function fillDetails(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Details' });
  for (const [label, value] of Object.entries(fields))
    await form.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
}

/** What was held back reaches the page, as it does when somebody comes back to its tab. */
async function letThrough(page: Page, held: Held): Promise<void> {
  held.release();
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
}

/** Nothing is unsent. A page whose stream is held back for long says that it is offline, and nothing more. */
async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'State of your work' })).toHaveText(/^(Saved|Offline)$/);
}

/** Before, theirs and mine of a clash, as they stand beside one another. */
function sidesOf(clash: Locator): Locator {
  return clash.getByRole('definition');
}

test.describe('two people change one mark', () => {
  let article: Article;
  let mark: Annotation;

  test.beforeEach(async ({ newArticle, newMark }) => {
    article = await newArticle({ text });
    mark = await newMark(article, { kind: 'claim', words, details: { statement: 'Aid doubled.' } });
  });

  test('in the same field: before, theirs and mine side by side, and mine is kept with one key', async ({
    page,
    openAs,
    api,
    signIn,
  }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const theirs = await openAs('editor2');
    await openMark(theirs, article);
    await fillDetails(theirs, { Statement: 'Aid doubled in a year.', Note: 'Ask the ministry.' });
    await expectSaved(theirs);

    await fillDetails(page, { Statement: 'Aid to the country doubled.' });
    const clash = page.getByRole('region', { name: 'Demo Editor Two changed the same field' });
    await expect(clash).toBeVisible();
    const sides = sidesOf(clash.getByRole('region', { name: 'Statement' }));
    await expect(sides).toHaveText([
      'Aid doubled.',
      /^Aid doubled\. doubled in a year\.Demo Editor Two, \d\d:\d\d$/,
      'Aid to the country doubled.',
    ]);
    await expect(clash.getByText(/^Came in meanwhile: Note \(Demo Editor Two, \d\d:\d\d\)$/)).toBeVisible();
    await expect(page.getByText('Needs you, 1')).toBeVisible();
    await expectAccessible(page);

    await page.keyboard.press('m');
    await expect(clash).toHaveCount(0);
    await expectSaved(page);
    const { body } = await (await api('editor'))('GET', `/api/annotations/${mark.id}`);
    expect(body).toMatchObject({
      details: { statement: 'Aid to the country doubled.' },
      note: 'Ask the ministry.',
    });
  });

  test('in several fields: each is decided by itself, one of them worded anew', async ({
    page,
    api,
    signIn,
  }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { statement: 'Aid has doubled.', rating: 'true' }, labels: ['aid'], note: 'Checked.' },
    });
    await fillDetails(page, { Statement: 'It doubled.', Labels: 'money', Note: 'Who says so?' });
    const clash = page.getByRole('region', { name: /changed the same fields$/ });
    await expect(clash.getByRole('region', { name: /^(Statement|Labels|Note): / })).toHaveCount(3);

    await page.keyboard.press('t');
    await expect(clash.getByRole('region', { name: 'Statement' })).toHaveCount(0);
    await page.keyboard.press('b');
    await expect(clash.getByRole('region', { name: 'Labels' })).toHaveCount(0);
    await page.keyboard.press('b');
    const wording = page.getByLabel('Note, worded anew');
    await expect(wording).toBeFocused();
    await expect(wording).toHaveValue('Who says so?');
    await wording.fill('Checked. Who says so?');
    await page.keyboard.press('Control+Enter');
    await expect(clash).toHaveCount(0);
    await expectSaved(page);
    const { body } = await editor2('GET', `/api/annotations/${mark.id}`);
    expect(body).toMatchObject({
      details: { statement: 'Aid has doubled.', rating: 'true' },
      labels: ['aid', 'money'],
      note: 'Checked. Who says so?',
    });
  });

  test('in several fields: all at once, and what was let go comes back', async ({ page, api, signIn }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { statement: 'Aid has doubled.' }, note: 'Checked.' },
    });
    await fillDetails(page, { Statement: 'It doubled.', Note: 'Who says so?' });
    const clash = page.getByRole('region', { name: /changed the same fields$/ });
    await expect(clash).toBeVisible();
    await page.keyboard.press('Shift+T');
    await expect(clash).toHaveCount(0);
    await expectSaved(page);
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({ version: 2 });

    await page.getByRole('button', { name: 'Back to mine' }).click();
    await expectSaved(page);
    const { body } = await editor2('GET', `/api/annotations/${mark.id}`);
    expect(body).toMatchObject({ details: { statement: 'It doubled.' }, note: 'Who says so?' });
  });

  test('in different fields: both are kept and nobody is asked', async ({ page, api, signIn }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { rating: 'true' } },
    });
    await fillDetails(page, { Statement: 'It doubled.' });
    await expectSaved(page);
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
      details: { statement: 'It doubled.', rating: 'true' },
    });
  });

  test('while it is chosen: what came in and from whom is said quietly', async ({ page, api, signIn }) => {
    await signIn(page, 'editor');
    const held = await openMark(page, article);
    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { rating: 'true' } },
    });
    held.release();
    await expect(
      cardOf(page).getByText(/^Came in meanwhile: Rating \(Demo Editor Two, \d\d:\d\d\)$/),
    ).toBeVisible();
  });

  test('in one field, in two windows of one person: both show it, and it is decided once', async ({
    page,
    context,
    api,
    signIn,
  }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const other = await context.newPage();
    await other.goto(`/articles/${article.slug}`);
    await expect(cardOf(other)).toBeVisible();
    await other.keyboard.press('j');
    await other.keyboard.press('Enter');
    const statement = other.getByRole('textbox', { name: 'Statement' });
    await statement.fill('It doubled.');

    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { statement: 'Aid has doubled.' } },
    });
    await statement.press('Control+Enter');
    const clash = (one: Page) => one.getByRole('region', { name: /changed the same field$/ });
    await expect(clash(other)).toBeVisible();
    await expect(clash(page)).toBeVisible();
    await page.keyboard.press('m');
    await expect(clash(page)).toHaveCount(0);
    await expect(clash(other)).toHaveCount(0);
    await expectSaved(other);
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
      version: 3,
      details: { statement: 'It doubled.' },
    });
  });

  test('behind a change that is on its way: what followed is decided with it, once', async ({
    page,
    api,
    signIn,
  }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const arrives = Promise.withResolvers<void>();
    await page.route(`**/api/annotations/${mark.id}`, async (route) => {
      if (route.request().method() === 'PATCH') await arrives.promise;
      await route.fallback();
    });
    await fillDetails(page, { Statement: 'It doubled.' });
    await fillDetails(page, { Note: 'Who says so?' });
    await fillDetails(page, { Statement: 'It has doubled.' });
    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { statement: 'Aid doubled twice.' } },
    });
    arrives.resolve();
    const sides = sidesOf(page.getByRole('region', { name: 'Statement' }));
    await expect(sides).toHaveText([/^Aid doubled\.$/, /twice/, /It has/]);
    await page.keyboard.press('m');
    await expectSaved(page);
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
      version: 3,
      details: { statement: 'It has doubled.' },
      note: 'Who says so?',
    });
  });

  test('one gives it another kind while the other fills in details', async ({ page, api, signIn }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { kind: 'quote', details: { directness: 'indirect', cue: 'said' } },
    });
    await fillDetails(page, { Statement: 'It doubled.', Note: 'Who says so?' });
    const kind = page.getByRole('region', { name: 'Kind' });
    await expect(sidesOf(kind)).toHaveText([/^Claim/, /^Quote/, /^Claim/]);
    await expect(kind).toContainText('Directness: indirect');
    await page.keyboard.press('t');
    await expectSaved(page);
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
      kind: 'quote',
      details: { directness: 'indirect', cue: 'said' },
      note: 'Who says so?',
    });
  });

  test('once more while one looks: a choice is never made over what was not on the screen', async ({
    page,
    api,
    signIn,
  }) => {
    await signIn(page, 'editor');
    const held = await openMark(page, article);
    const editor2 = await api('editor2');
    const write = (version: number, statement: string) =>
      editor2('PATCH', `/api/annotations/${mark.id}`, { version, body: { details: { statement } } });
    await write(1, 'Aid has doubled.');
    await fillDetails(page, { Statement: 'It doubled.' });
    const sides = sidesOf(page.getByRole('region', { name: 'Statement' }));
    await expect(sides.nth(1)).toContainText('has');

    await write(2, 'Aid tripled.');
    await page.keyboard.press('m');
    await expect(sides.nth(1)).toContainText('tripled');
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({ version: 3 });

    await write(3, 'Aid fell.');
    await letThrough(page, held);
    await expect(sides.nth(1)).toContainText('fell');
    await page.keyboard.press('m');
    await expectSaved(page);
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
      version: 5,
      details: { statement: 'It doubled.' },
    });
  });

  test('they delete it while I edit: it comes back with my change', async ({ page, api, signIn }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const reviewer = await api('reviewer');
    await reviewer('DELETE', `/api/annotations/${mark.id}`, { version: 1 });
    await fillDetails(page, { Statement: 'It doubled.' });
    const gone = page.getByRole('region', { name: /^Demo Reviewer deleted this mark at \d\d:\d\d$/ });
    await expect(gone).toContainText('Restore it with your change, or let it go.');
    await expect(gone.getByRole('insertion')).toContainText('It');
    await expectAccessible(page);
    await page.keyboard.press('m');
    await expect(gone).toHaveCount(0);
    await expectSaved(page);
    const { body } = await reviewer('GET', `/api/annotations/${mark.id}`);
    expect(body).toMatchObject({ version: 4, details: { statement: 'It doubled.' } });
    expect(body.deletedAt).toBeUndefined();
  });

  test('they delete it while I edit: it stays deleted, and even then my change is not lost', async ({
    page,
    api,
    signIn,
  }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const reviewer = await api('reviewer');
    await reviewer('DELETE', `/api/annotations/${mark.id}`, { version: 1 });
    await fillDetails(page, { Statement: 'It doubled.' });
    await expect(page.getByRole('region', { name: /deleted this mark/ })).toBeVisible();
    await page.keyboard.press('t');
    await expect(cardOf(page)).toHaveCount(0);
    await expectSaved(page);
    expect((await reviewer('GET', `/api/annotations/${mark.id}`)).body.deletedAt).toBeDefined();
    await page.getByRole('button', { name: 'Restore it after all' }).click();
    await expectSaved(page);
    expect((await reviewer('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
      details: { statement: 'It doubled.' },
    });
  });

  test('I delete what they changed: their change is shown before it goes', async ({ page, api, signIn }) => {
    await signIn(page, 'editor');
    await openMark(page, article);
    const editor2 = await api('editor2');
    await editor2('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { statement: 'Aid doubled twice.' } },
    });
    await page.keyboard.press('Backspace');
    const asked = page.getByRole('region', { name: 'Demo Editor Two changed it meanwhile' });
    await expect(asked.getByRole('insertion')).toContainText('twice');
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body.deletedAt).toBeUndefined();
    await page.keyboard.press('m');
    await expect(cardOf(page)).toHaveAttribute('aria-current', 'true');
    await page.keyboard.press('m');
    await expect(cardOf(page)).toHaveCount(0);
    await expectSaved(page);
    expect((await editor2('GET', `/api/annotations/${mark.id}`)).body.deletedAt).toBeDefined();
  });

  test('I approve what somebody has changed: the difference is shown and one key decides again', async ({
    page,
    api,
    signIn,
  }) => {
    await signIn(page, 'reviewer');
    await openMark(page, article);
    const editor = await api('editor');
    await editor('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { statement: 'Aid doubled twice.' } },
    });
    await page.keyboard.press('a');
    const asked = page.getByRole('region', { name: 'Demo Editor changed it meanwhile' });
    await expect(asked.getByRole('insertion')).toContainText('twice');
    expect((await editor('GET', `/api/annotations/${mark.id}`)).body.status).toBe('pending');
    await page.keyboard.press('m');
    await expectSaved(page);
    expect((await editor('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
      version: 3,
      status: 'approved',
    });
  });

  test('I approve in the moment in which their change comes: it is not what I meant', async ({
    page,
    api,
    signIn,
  }) => {
    await signIn(page, 'reviewer');
    const held = await openMark(page, article);
    await page.evaluate(() => {
      const card = document.querySelector('[data-card]');
      if (card === null) throw new Error('there is no card');
      const pressed = new MutationObserver(() => {
        if (!card.textContent.includes('twice')) return;
        pressed.disconnect();
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
      });
      pressed.observe(card, { subtree: true, childList: true, characterData: true });
    });
    const editor = await api('editor');
    await editor('PATCH', `/api/annotations/${mark.id}`, {
      version: 1,
      body: { details: { statement: 'Aid doubled twice.' } },
    });
    held.release();
    const asked = page.getByRole('region', { name: 'Demo Editor changed it meanwhile' });
    await expect(asked.getByRole('insertion')).toContainText('twice');
    expect((await editor('GET', `/api/annotations/${mark.id}`)).body.status).toBe('pending');
    await page.keyboard.press('t');
    await expect(asked).toHaveCount(0);
    await expectSaved(page);
  });

  test.describe('while a form is open', () => {
    test('fields follow them, what was typed stays, and what both wrote is shown beside it', async ({
      page,
      api,
      signIn,
    }) => {
      await signIn(page, 'editor');
      const held = await openMark(page, article);
      const editor2 = await api('editor2');
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: 'Details' });
      const statement = form.getByRole('textbox', { name: 'Statement' });
      await statement.fill('Aid to the country doubled.');
      await statement.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(3, 6));
      const place = await statement.boundingBox();

      await editor2('PATCH', `/api/annotations/${mark.id}`, {
        version: 1,
        body: {
          details: { statement: 'Aid has doubled.', claimant: { name: 'Keir Starmer' } },
          note: 'Ask.',
        },
      });
      await letThrough(page, held);
      const clash = form.getByRole('region', { name: 'Statement' });
      await expect(clash).toBeVisible();
      await expect(form.getByLabel('Claimant')).toHaveValue('Keir Starmer');
      await expect(form.getByLabel('Note')).toHaveValue('Ask.');
      await expect(form.getByText(/^Came in meanwhile: Claimant \(Demo Editor Two/)).toBeVisible();
      await expect(statement).toBeFocused();
      await expect(statement).toHaveValue('Aid to the country doubled.');
      const caret = await statement.evaluate((area: HTMLTextAreaElement) => [
        area.selectionStart,
        area.selectionEnd,
      ]);
      expect(caret).toEqual([3, 6]);
      expect((await statement.boundingBox())?.y).toBeCloseTo(place?.y ?? 0, 0);
      await expectAccessible(page);

      await page.keyboard.press('Control+Enter');
      await expect(form.getByText('Choose between theirs and yours first.')).toBeVisible();
      await expect(clash.getByRole('button', { name: 'Take theirs' })).toBeFocused();
      await page.keyboard.press('m');
      await expect(clash).toHaveCount(0);
      await statement.press('Control+Enter');
      await expectSaved(page);
      expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
        version: 3,
        details: { statement: 'Aid to the country doubled.', claimant: { name: 'Keir Starmer' } },
        note: 'Ask.',
      });
    });

    test('it becomes the form of the kind that they gave it, when no detail was typed', async ({
      page,
      api,
      signIn,
    }) => {
      await signIn(page, 'editor');
      const held = await openMark(page, article);
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: 'Details' });
      await form.getByLabel('Note').fill('Who says so?');
      const editor2 = await api('editor2');
      await editor2('PATCH', `/api/annotations/${mark.id}`, { version: 1, body: { kind: 'quote' } });
      await letThrough(page, held);
      await expect(form.getByLabel('Directness')).toBeVisible();
      await expect(form.getByLabel('Note')).toBeFocused();
      await page.keyboard.press('Control+Enter');
      await expectSaved(page);
      expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
        kind: 'quote',
        note: 'Who says so?',
      });
    });

    test('a decision of theirs is told, and what was typed opens it again', async ({ page, api, signIn }) => {
      await signIn(page, 'editor');
      const held = await openMark(page, article);
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: 'Details' });
      await form.getByRole('textbox', { name: 'Statement' }).fill('It doubled.');
      const reviewer = await api('reviewer');
      await reviewer('POST', `/api/annotations/${mark.id}/reviews`, {
        version: 1,
        body: { decision: 'approve' },
      });
      await letThrough(page, held);
      await expect(form.getByText('Demo Reviewer approved meanwhile.')).toBeVisible();
      await form.getByRole('textbox', { name: 'Statement' }).press('Control+Enter');
      await expectSaved(page);
      expect((await reviewer('GET', `/api/annotations/${mark.id}`)).body.status).toBe('pending');
    });

    test('they delete the mark: the form stays with what was typed, and brings it back', async ({
      page,
      api,
      signIn,
    }) => {
      await signIn(page, 'editor');
      const held = await openMark(page, article);
      await page.keyboard.press('Enter');
      const form = page.getByRole('form', { name: 'Details' });
      const statement = form.getByRole('textbox', { name: 'Statement' });
      await statement.fill('It doubled.');
      const reviewer = await api('reviewer');
      await reviewer('DELETE', `/api/annotations/${mark.id}`, { version: 1 });
      await letThrough(page, held);
      await expect(
        form.getByRole('region', { name: /^Demo Reviewer deleted this mark at \d\d:\d\d$/ }),
      ).toBeVisible();
      await expect(statement).toBeFocused();
      await expect(statement).toHaveValue('It doubled.');
      await statement.pressSequentially(' Twice.');
      await expectAccessible(page);
      await page.keyboard.press('Control+Enter');
      await expectSaved(page);
      await expect(cardOf(page)).toHaveCount(1);
      const { body } = await reviewer('GET', `/api/annotations/${mark.id}`);
      expect(body).toMatchObject({ details: { statement: 'It doubled. Twice.' } });
      expect(body.deletedAt).toBeUndefined();
    });

    test('they delete the mark while something typed for it waits: it is shown, and gives it up only when told', async ({
      page,
      api,
      signIn,
      newMark,
    }) => {
      await newMark(article, { kind: 'event', words: 'The ministers will meet on Tuesday' });
      await signIn(page, 'editor');
      const held = await openMark(page, article);
      await page.keyboard.press('Enter');
      const statement = page.getByRole('textbox', { name: 'Statement' });
      await statement.fill('It doubled.');
      await page
        .getByRole('article', { name: /^Event/ })
        .getByRole('button')
        .click();
      const reviewer = await api('reviewer');
      await reviewer('DELETE', `/api/annotations/${mark.id}`, { version: 1 });
      await letThrough(page, held);
      const claim = page.getByRole('article', { name: /^Claim/ });
      // It comes back once the page has asked who deleted it.
      await expect(async () => {
        await page.keyboard.press('k');
        await expect(claim.getByText('This mark was deleted')).toBeVisible({ timeout: 1000 });
      }).toPass();
      await page.keyboard.press('Enter');
      await expect(statement).toHaveValue('It doubled.');
      await claim.getByRole('button', { name: 'Let it go' }).press('t');
      await expect(claim).toHaveCount(0);
      expect((await reviewer('GET', `/api/annotations/${mark.id}`)).body.deletedAt).toBeDefined();
    });

    test('they delete the mark while I give a reason: it waits with my decision', async ({
      page,
      api,
      signIn,
    }) => {
      await signIn(page, 'reviewer');
      const held = await openMark(page, article);
      await page.keyboard.press('r');
      const form = page.getByRole('form', { name: 'Reject this mark' });
      await form.getByLabel('Reason').selectOption('No source');
      await form.getByLabel('Note').fill('Doubled from what?');
      const editor2 = await api('editor2');
      await editor2('DELETE', `/api/annotations/${mark.id}`, { version: 1 });
      await letThrough(page, held);
      await expect(form.getByText('This mark was deleted meanwhile.')).toBeVisible();
      await expect(form.getByLabel('Note')).toHaveValue('Doubled from what?');
      await form.getByLabel('Note').press('Control+Enter');
      const gone = page.getByRole('region', { name: /^Demo Editor Two deleted this mark/ });
      await expect(gone).toContainText('Restore it with your decision, or let it go.');
      await page.keyboard.press('m');
      await page.keyboard.press('m');
      await expectSaved(page);
      expect((await editor2('GET', `/api/annotations/${mark.id}`)).body).toMatchObject({
        status: 'rejected',
        review: { reason: 'no-source', note: 'Doubled from what?' },
      });
    });
  });
});
