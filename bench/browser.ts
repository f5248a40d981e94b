/** The real browser in which measurements look at the desk. */
import { type Browser, type BrowserContext, chromium, type Page, type Response } from '@playwright/test';
import { chromiumFlags, findChromium } from '@/e2e/fixtures/chromium';
import type { Client } from './client';

export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    args: chromiumFlags,
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}

/** A window of the browser in which a client's person is signed in. */
export async function signedIn(browser: Browser, origin: string, client: Client): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const cookies = (client.headers['cookie'] ?? '').split('; ').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return { name, value: value.join('='), url: origin };
  });
  await context.addCookies(cookies);
  return context;
}

/** Goes to a page and waits until it has loaded nothing and worked on nothing for long for half a second. */
export async function goQuietly(page: Page, address: string): Promise<Response | null> {
  const response = await page.goto(address);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let rest = setTimeout(resolve, 500);
        new PerformanceObserver(() => {
          clearTimeout(rest);
          rest = setTimeout(resolve, 500);
        }).observe({ entryTypes: ['longtask', 'resource'] });
      }),
  );
  return response;
}
