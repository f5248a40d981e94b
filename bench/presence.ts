/**
 * What colleagues cost the browser: twenty of them move their selections through the first screen of an article of 10,000
 * words, all at once five times a second, over the whole stack. Main-thread time as the thread's own clock counts it,
 * less what the page costs while nobody moves: from the event of the stream over the cache to the painted frame.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { goQuietly, openBrowser, signedIn } from './browser';
import type { Client } from './client';
import { makeArticle, makeDesk, signInAs } from './desk';
import type { Measurement } from './measurement';
import { startServer } from './server';

const WORDS = 10_000;
const COLLEAGUES = 20;
const SELECTED = 80;
/** Of the text, so that all of them are in view. */
const FIRST_SCREEN = 1500;
const TELL_EVERY_MS = 200;
const SECONDS = 10;

export const presence: Measurement = {
  name: 'presence',
  async measure() {
    const desk = await makeDesk(COLLEAGUES + 1);
    const browser = await openBrowser();
    const server = await startServer({ databaseUrl: desk.databaseUrl });
    try {
      const client = await signInAs(server.origin, 'editor', COLLEAGUES + 1);
      const article = await makeArticle(client, WORDS);
      const colleagues: Client[] = [];
      for (let number = 1; number <= COLLEAGUES; number += 1) {
        colleagues.push(await signInAs(server.origin, 'editor', number));
      }
      const page = await (await signedIn(browser, server.origin, client)).newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      await goQuietly(page, `${server.origin}/articles/${article.id}`);
      const alone = await busy(session, () => pause(SECONDS * 1000));
      await tellAll(colleagues, article.id, 0);
      await page.locator('.colleagues [data-line]').first().waitFor();
      const frames = await countFrames(page);
      const together = await busy(session, () => moveAll(colleagues, article.id));
      const drawn = await frames();
      return [
        {
          what: `${COLLEAGUES} colleagues move at once, event to painted frame`,
          value: (together - alone) / drawn,
          unit: 'ms',
          goal: '≤ 4',
        },
        { what: 'frames in which they move', value: drawn / SECONDS, unit: '/s' },
        { what: 'main thread while they move', value: together / SECONDS, unit: 'ms/s' },
        { what: 'main thread while nobody is there', value: alone / SECONDS, unit: 'ms/s' },
      ];
    } finally {
      await browser.close();
      await server.stop();
      desk.remove();
    }
  },
};

/** Everybody moves once, at once. */
async function tellAll(colleagues: readonly Client[], articleId: string, step: number): Promise<void> {
  await Promise.all(
    colleagues.map(async (colleague, place) => {
      const start = (place * 70 + step * 11) % FIRST_SCREEN;
      const { status } = await colleague.send({
        method: 'PUT',
        path: `/api/articles/${articleId}/presence`,
        body: { selection: { start, end: start + SELECTED } },
      });
      if (status !== 200) throw new Error(`a place was not taken: ${status}`);
    }),
  );
}

async function moveAll(colleagues: readonly Client[], articleId: string): Promise<void> {
  const began = performance.now();
  for (let step = 1; performance.now() - began < SECONDS * 1000; step += 1) {
    await tellAll(colleagues, articleId, step);
    const next = began + step * TELL_EVERY_MS - performance.now();
    if (next > 0) await pause(next);
  }
}

/** How long the page's main thread was at work meanwhile, in milliseconds. */
async function busy(session: CDPSession, meanwhile: () => Promise<void>): Promise<number> {
  const before = await taskSeconds(session);
  await meanwhile();
  return ((await taskSeconds(session)) - before) * 1000;
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

/** Counts the frames in which the layer of colleagues changes, until asked how many there were. */
async function countFrames(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const counted = { frames: 0 };
    new MutationObserver(() => {
      counted.frames += 1;
    }).observe(document.querySelector('.colleagues') ?? document, { subtree: true, attributes: true });
    return counted;
  });
  return () => counter.evaluate(({ frames }) => frames);
}
