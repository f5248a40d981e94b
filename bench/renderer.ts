/**
 * The text of the desk in a real browser, production build: the renderer alone, opening an article, and making a mark,
 * each at 10,000 words with 1,000 marks beside the same text without; and the script that opening an article loads.
 */
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { baselineScriptBytes } from './baseline';
import { goQuietly, openBrowser, signedIn } from './browser';
import type { Client } from './client';
import { type BenchArticle, makeArticle, makeDesk, signInAs } from './desk';
import { buildWithFloor, RENDERER_PATH } from './floor';
import { rangesOver } from './floor/sample';
import type { Figure, Measurement } from './measurement';
import { median } from './median';
import { startServer } from './server';

const WORDS = 10_000;
const MARKS = 1000;
const RUNS = 7;
const KINDS = ['quote', 'claim', 'event'] as const;

export const renderer: Measurement = {
  name: 'renderer',
  async measure() {
    const root = await buildWithFloor();
    const desk = await makeDesk(1);
    const browser = await openBrowser();
    const server = await startServer({ root, databaseUrl: desk.databaseUrl });
    try {
      const client = await signInAs(server.origin, 'editor', 1);
      const plain = await makeArticle(client, WORDS);
      const marked = await makeArticle(client, WORDS);
      await markAll(client, marked);
      const context = await signedIn(browser, server.origin, client);
      return [
        ...(await rendererAlone(context, server.origin)),
        ...(await opening(context, server.origin, plain, marked)),
        ...(await making(context, server.origin, plain, marked)),
        ...(await script(context, server.origin, plain)),
      ];
    } finally {
      await browser.close();
      await server.stop();
      desk.remove();
    }
  },
};

async function markAll(client: Client, { id, text }: BenchArticle): Promise<void> {
  for (const [place, range] of rangesOver(text, MARKS).entries()) {
    const kind = KINDS[place % KINDS.length];
    const { status, body } = await client.send({
      method: 'POST',
      path: `/api/articles/${id}/annotations`,
      body: { revision: 1, kind, spans: [range] },
    });
    if (status !== 201) throw new Error(`a mark was not taken: ${status} ${JSON.stringify(body)}`);
  }
}

async function rendererAlone(context: BrowserContext, origin: string): Promise<Figure[]> {
  const page = await context.newPage();
  await goQuietly(page, `${origin}${RENDERER_PATH}`);
  const render = async (count: number) => {
    await page.getByRole('button', { name: `${count} marks`, exact: true }).click();
    const took = page.locator('output').filter({ hasText: /\d/ });
    return Number(await took.textContent());
  };
  const { plain, marked } = await byTurns(
    () => render(0),
    () => render(MARKS),
  );
  await page.close();
  return beside('the renderer alone, marks in memory to painted', 'ms', plain, marked);
}

/** Both in alternation after one of each that does not count, so that neither gets the quieter machine. */
async function byTurns(one: () => Promise<number>, other: () => Promise<number>) {
  await one();
  await other();
  const plain: number[] = [];
  const marked: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    plain.push(await one());
    marked.push(await other());
  }
  return { plain: median(plain), marked: median(marked) };
}

function beside(what: string, unit: string, plain: number, marked: number, goal?: string): Figure[] {
  return [
    { what: `${what}: without marks`, value: plain, unit },
    { what: `${what}: with ${MARKS} marks`, value: marked, unit },
    { what: `${what}: ratio`, value: marked / plain, unit: '×', ...(goal === undefined ? {} : { goal }) },
  ];
}

interface Opened {
  readonly firstPaint: number;
  /** Main-thread time until nothing is left to do, ms. */
  readonly work: number;
  /** Of the page itself, uncompressed. */
  readonly html: number;
}

async function opening(
  context: BrowserContext,
  origin: string,
  plain: BenchArticle,
  marked: BenchArticle,
): Promise<Figure[]> {
  const opened: Record<'plain' | 'marked', Opened[]> = { plain: [], marked: [] };
  for (let run = 0; run <= RUNS; run += 1) {
    const once = {
      plain: await open(context, `${origin}/articles/${plain.id}`),
      marked: await open(context, `${origin}/articles/${marked.id}`),
    };
    // The first of each fills the caches of server and browser.
    if (run === 0) continue;
    opened.plain.push(once.plain);
    opened.marked.push(once.marked);
  }
  const figures = (what: string, unit: string, of: (each: Opened) => number, goal: string) =>
    beside(what, unit, median(opened.plain.map(of)), median(opened.marked.map(of)), goal);
  return [
    ...figures('opening, first screen painted', 'ms', (each) => each.firstPaint, '≤ 1.2 at 100,000 words'),
    ...figures('opening, work of the browser', 'ms', (each) => each.work, '≤ 2 at 100,000 words'),
    ...figures('opening, HTML', 'kB', (each) => each.html / 1000, '≤ 1.2 at 100,000 words'),
  ];
}

async function open(context: BrowserContext, address: string): Promise<Opened> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const response = await goQuietly(page, address);
  const html = (await response?.body())?.length ?? 0;
  const firstPaint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  );
  const { metrics } = await session.send('Performance.getMetrics');
  await page.close();
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return { firstPaint, work: seconds * 1000, html };
}

/** From the press of `q` to the painted mark, in the whole product. */
async function making(
  context: BrowserContext,
  origin: string,
  plain: BenchArticle,
  marked: BenchArticle,
): Promise<Figure[]> {
  const pages = { plain: await context.newPage(), marked: await context.newPage() };
  await goQuietly(pages.plain, `${origin}/articles/${plain.id}`);
  await goQuietly(pages.marked, `${origin}/articles/${marked.id}`);
  let block = 0;
  const make = async (page: Page) => {
    await page.bringToFront();
    block += 1;
    return makeOne(page, block % 8);
  };
  const took = await byTurns(
    () => make(pages.plain),
    () => make(pages.marked),
  );
  await pages.plain.close();
  await pages.marked.close();
  return beside('making a mark, key to painted', 'ms', took.plain, took.marked, '≤ 1.5 at 100,000 words');
}

async function makeOne(page: Page, block: number): Promise<number> {
  await page.evaluate((place) => {
    const node = document.createTreeWalker(
      document.querySelectorAll('[data-offset]')[place] ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const text = node.nextNode();
    if (text !== null)
      document.getSelection()?.setBaseAndExtent(text, 0, text, Math.min(8, text.textContent?.length ?? 0));
  }, block);
  await page.getByRole('toolbar', { name: 'Mark the selected words' }).waitFor();
  // The page listens before the key is pressed. Functions inside stay without a name: the program that runs this file
  // would add a call of its own to one.
  const watch = await page.evaluateHandle(() => ({
    before: document.querySelector('mark[data-chosen]')?.getAttribute('data-mark'),
    painted: new Promise<number>((resolve) => {
      window.addEventListener(
        'keydown',
        (event) =>
          requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => resolve(performance.now() - event.timeStamp);
            after.port2.postMessage(undefined);
          }),
        { once: true, capture: true },
      );
    }),
  }));
  await page.keyboard.press('q');
  return watch.evaluate(async ({ before, painted }) => {
    const took = await painted;
    const made = document.querySelector('mark[data-chosen]')?.getAttribute('data-mark');
    if (made === before) throw new Error('the mark was not painted in the frame of the key press');
    return took;
  });
}

async function script(context: BrowserContext, origin: string, { id }: BenchArticle): Promise<Figure[]> {
  const page = await context.newPage();
  const loaded = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') loaded.set(response.url(), response.body());
  });
  await goQuietly(page, `${origin}/articles/${id}`);
  const bodies = await Promise.all(loaded.values());
  await page.close();
  const sent = bodies.reduce((bytes, body) => bytes + gzipSync(body).length, 0) / 1000;
  const floor = (await baselineScriptBytes()) / 1000;
  return [
    { what: 'script to open an article, gzip', value: sent, unit: 'kB' },
    { what: 'script of a page of the framework alone, gzip', value: floor, unit: 'kB' },
    { what: 'script that the desk adds, gzip', value: sent - floor, unit: 'kB', goal: '≤ 90' },
  ];
}
