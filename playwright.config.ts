/** The specs of `e2e/` against the production build, on a demo database of their own that goes when they are done. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags, findChromium } from '@/e2e/fixtures/chromium';
import { freePort } from '@/e2e/fixtures/free-port';

// Workers read this file again; what the first reading chose is in the environment.
process.env['E2E_PORT'] ??= String(await freePort());
process.env['E2E_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'bluepencil-e2e-'));
const { E2E_PORT, E2E_FOLDER, CI } = process.env;
const origin = `http://localhost:${E2E_PORT}`;
const executablePath = findChromium();

const settingsOfTheDesk = '**/desk-settings.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: CI !== undefined,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['html', { open: 'never' }]],
  globalTeardown: './e2e/fixtures/remove-folder.ts',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: { args: chromiumFlags, ...(executablePath === undefined ? {} : { executablePath }) },
  },
  projects: [
    { name: 'specs', testMatch: '**/*.spec.ts', testIgnore: settingsOfTheDesk },
    // Settings hold for everybody: what changes them runs alone, when the others are done.
    { name: 'settings', testMatch: settingsOfTheDesk, dependencies: ['specs'], fullyParallel: false },
    { name: 'screenshots', testMatch: 'screenshots.ts', workers: 1 },
  ],
  webServer: {
    command: 'node scripts/run.mjs scripts/demo.ts',
    url: `${origin}/api/ready`,
    env: { PORT: String(E2E_PORT), DATABASE_URL: `file:${join(String(E2E_FOLDER), 'demo.db')}` },
    // A build may come first.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
