/**
 * Three people in three browsers on one article do what people do, in any order, and each of them loses the network,
 * reloads or leaves somewhere in between. In the end all three see what the server has. `npm run soak` runs more and
 * longer sequences (`TOGETHER_RUNS`, `TOGETHER_LENGTH`).
 */
import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import fc from 'fast-check';
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import type { Who } from '@/e2e/fixtures/client';
import { type Line, openLine } from '@/e2e/fixtures/line';
import { selectWords } from '@/e2e/fixtures/select-words';
import { expect, test } from '@/e2e/fixtures/test';

const RUNS = Number(process.env['TOGETHER_RUNS'] ?? 2);
const LENGTH = Number(process.env['TOGETHER_LENGTH'] ?? 18);

/** Every word stands once, so that words name a place. */
const words = Array.from({ length: 8 }, (_, block) =>
  Array.from({ length: 24 }, (__, word) => `w${block}x${word}`),
);
const text = words.map((block) => `${block.join(' ')}.`).join('\n\n');

const crew = ['editor', 'editor2', 'reviewer'] as const satisfies readonly Who[];

type Action =
  | {
      readonly does: 'mark';
      readonly key: string;
      readonly block: number;
      readonly from: number;
      readonly long: number;
    }
  | { readonly does: 'retag'; readonly key: string; readonly nth: number }
  | { readonly does: 'note'; readonly nth: number; readonly note: string }
  | { readonly does: 'delete'; readonly nth: number }
  | { readonly does: 'approve'; readonly nth: number }
  | { readonly does: 'cut' }
  | { readonly does: 'mend' }
  | { readonly does: 'reload' }
  | { readonly does: 'reopen' };

const key = fc.constantFrom('q', 'c', 'e');
const nth = fc.nat(30);
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('mark' as const),
      key,
      block: fc.nat(7),
      from: fc.nat(19),
      long: fc.integer({ min: 1, max: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('retag' as const), key, nth }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('note' as const),
      nth,
      note: fc.constantFrom('Check this.', 'Ask the desk.', 'Heard twice.'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), nth }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('approve' as const), nth }) },
  { weight: 2, arbitrary: fc.constant({ does: 'cut' as const }) },
  { weight: 3, arbitrary: fc.constant({ does: 'mend' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'reload' as const }) },
  { weight: 1, arbitrary: fc.constant({ does: 'reopen' as const }) },
);
const steps = fc.array(fc.record({ who: fc.nat(crew.length - 1), action }), {
  minLength: LENGTH,
  maxLength: LENGTH,
});
/** Where each of the three loses the network, however the rest falls out. */
const cuts = fc.tuple(...crew.map(() => fc.nat(LENGTH - 1)));

/** A person at their browser. */
interface Seat {
  readonly who: Who;
  readonly context: BrowserContext;
  readonly line: Line;
  page: Page;
}

test('whatever three people do, and whoever loses the network, all see what the server has', async ({
  openAs,
  newArticle,
  api,
}) => {
  test.setTimeout(120_000 * RUNS + 60_000);
  const read = await api('admin');
  await fc.assert(
    fc.asyncProperty(steps, cuts, async (sequence, cutAt) => {
      const article = await newArticle({ text });
      const seats = await takeSeats(openAs, article);
      for (const [index, { who, action: next }] of sequence.entries()) {
        for (const [seat, at] of cutAt.entries()) if (at === index) seatOf(seats, seat).line.cut();
        await perform(seatOf(seats, who), next, article);
      }
      for (const { line } of seats) line.mend();
      for (const seat of seats) await settle(seat.page);
      await expectAllEqual(seats, async () => (await read('GET', marksOf(article))).body.items);
      for (const seat of seats) await leave(seat);
    }),
    { numRuns: RUNS, endOnFailure: true, verbose: 2 },
  );
});

test('the comparison notices a browser that is told nothing', async ({ openAs, newArticle, api }) => {
  const article = await newArticle({ text });
  const [first, second] = await takeSeats(openAs, article, ['editor', 'editor2']);
  if (first === undefined || second === undefined) throw new Error('two people take part');
  second.line.cut();
  await perform(first, { does: 'mark', key: 'q', block: 0, from: 2, long: 2 }, article);
  await settle(first.page);
  const { body } = await (await api('admin'))('GET', marksOf(article));
  expect(await seen(first.page)).toEqual(expected(body.items));
  expect(await seen(second.page)).not.toEqual(expected(body.items));
  second.line.mend();
  await expect.poll(() => seen(second.page), { timeout: 30_000 }).toEqual(expected(body.items));
  for (const seat of [first, second]) await leave(seat);
});

type OpenAs = (who: Who, options: Parameters<Browser['newContext']>[0]) => Promise<Page>;

async function takeSeats(openAs: OpenAs, article: Article, people: readonly Who[] = crew): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const who of people) {
    const line = await openLine();
    const page = await openAs(who, { proxy: line.proxy });
    page.context().setDefaultTimeout(20_000);
    await page.goto(`/articles/${article.slug}`);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    seats.push({ who, context: page.context(), line, page });
  }
  return seats;
}

async function perform(seat: Seat, next: Action, article: Article): Promise<void> {
  const { page } = seat;
  switch (next.does) {
    case 'mark': {
      await page.keyboard.press('Escape');
      await selectWords(page, words[next.block]?.slice(next.from, next.from + next.long).join(' ') ?? '');
      await expect(page.getByRole('toolbar', { name: 'Mark the selected words' })).toBeVisible();
      await page.keyboard.press(next.key);
      return;
    }
    case 'retag':
      if (await choose(page, next.nth)) await page.keyboard.press(next.key);
      return;
    case 'note': {
      if (!(await choose(page, next.nth))) return;
      await page.keyboard.press('Enter');
      const note = page.getByRole('textbox', { name: 'Note' });
      // A line that was cut as soon as the page stood has not brought the form yet.
      if (seat.line.isCut() && !(await comes(note))) return;
      await note.fill(next.note);
      await page.keyboard.press('Control+Enter');
      return;
    }
    case 'delete':
      if (await choose(page, next.nth)) await page.keyboard.press('Backspace');
      return;
    case 'approve':
      if (seat.who === 'reviewer' && (await choose(page, next.nth))) await page.keyboard.press('a');
      return;
    case 'cut':
      return seat.line.cut();
    case 'mend':
      return seat.line.mend();
    case 'reload':
      return arrive(seat, () => page.reload());
    case 'reopen':
      await page.close();
      seat.page = await seat.context.newPage();
      return arrive(seat, () => seat.page.goto(`/articles/${article.slug}`));
  }
}

/** Walks to one of the marks by keys; false when there is none. */
async function choose(page: Page, which: number): Promise<boolean> {
  const ids = await page
    .locator('article.copy mark[data-first]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-mark')));
  const id = ids[which % Math.max(1, ids.length)];
  if (id === undefined) return false;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.evaluate((wanted) => {
    const mark = document.querySelector<HTMLElement>(`article.copy mark[data-first][data-mark="${wanted}"]`);
    mark?.click();
  }, id);
  return (await page.locator('article.copy mark[data-chosen]').count()) > 0;
}

/** Whether it shows soon. */
async function comes(sought: Locator): Promise<boolean> {
  try {
    await sought.waitFor({ timeout: 3000 });
    return true;
  } catch {
    return false;
  }
}

/** Closes the browser before its line, which it would complain about. */
async function leave({ context, line }: Seat): Promise<void> {
  await context.close();
  await line.close();
}

/** Goes to the desk, from the browser's own copy where the line is cut; who has none yet has to wait for the line. */
async function arrive(seat: Seat, go: () => Promise<unknown>): Promise<void> {
  if (!(await isThere(seat, go))) {
    seat.line.mend();
    expect(await isThere(seat, go)).toBe(true);
  }
}

/** Whether going there ends at the desk; its state line shows once its script runs. */
async function isThere(seat: Seat, go: () => Promise<unknown>): Promise<boolean> {
  try {
    await go();
  } catch {
    return false;
  }
  const state = seat.page.getByText(/^Saved$|^Saving|^Offline|^Needs you/).first();
  const nothingKept = seat.page.getByRole('heading', { name: 'The desk cannot be reached' });
  await expect(state.or(nothingKept).first()).toBeVisible();
  return !(await nothingKept.isVisible());
}

/** Until everything is saved; where two changed the same, this person gives way. */
async function settle(page: Page): Promise<void> {
  await expect(async () => {
    const giveWay = page.getByRole('button', { name: /^(Take theirs|Let it go|Leave it|Discard)/ }).first();
    if (await giveWay.isVisible()) await giveWay.click();
    else if (await page.getByText(/Needs you/).isVisible()) {
      await page.getByRole('button', { name: 'Show' }).click();
    }
    await expect(page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
}

/** What a browser shows: of every mark its kind, status and words, and its card. */
async function seen(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const shown: Record<string, string> = {};
    for (const piece of document.querySelectorAll<HTMLElement>('article.copy mark')) {
      const { mark, kind, status } = piece.dataset;
      if (mark === undefined) continue;
      const before = shown[mark] ?? `${kind} ${status} `;
      // A nested mark's words are its outer one's too; each piece tells only its own run.
      shown[mark] = `${before}${piece.textContent}`;
    }
    return shown;
  });
}

/** The same of what the server has. */
function expected(items: readonly Annotation[]): Record<string, string> {
  return Object.fromEntries(
    items.map(({ id, kind, status, spans }) => [
      id,
      `${kind} ${status} ${spans.map(({ exact }) => exact).join('')}`,
    ]),
  );
}

async function expectAllEqual(
  seats: readonly Seat[],
  fetchItems: () => Promise<readonly Annotation[]>,
): Promise<void> {
  await expect(async () => {
    const wanted = expected(await fetchItems());
    for (const { page } of seats) expect(await seen(page)).toEqual(wanted);
  }).toPass({ timeout: 30_000 });
}

function marksOf({ id }: Article): string {
  return `/api/articles/${id}/annotations`;
}

function seatOf(seats: readonly Seat[], index: number): Seat {
  const seat = seats[index];
  if (seat === undefined) throw new Error(`nobody sits at ${index}`);
  return seat;
}
