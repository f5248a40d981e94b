/** `npm start` as whoever runs a desk meets it: what it says, what it refuses, and how it ends. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { request as send } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/e2e/fixtures/free-port';
import { expect, test } from '@/e2e/fixtures/test';

let folder: string;
let running: ChildProcess[];
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bluepencil-start-'));
  running = [];
});
test.afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The program, started; `said` grows with what it prints. */
function start(
  variables: Readonly<Record<string, string>>,
  [command, ...words]: readonly [string, ...string[]] = [
    process.execPath,
    'scripts/run.mjs',
    'scripts/start.ts',
  ],
) {
  const child = spawn(command, words, {
    env: {
      ...process.env,
      BASE_URL: '',
      HOST: '',
      DATABASE_URL: `file:${join(folder, 'desk.db')}`,
      ...variables,
    },
  });
  running.push(child);
  const program = { child, said: '', ended: new Promise<number | null>((end) => child.once('exit', end)) };
  child.stdout.on('data', (data) => {
    program.said += String(data);
  });
  child.stderr.on('data', (data) => {
    program.said += String(data);
  });
  return program;
}

test('a new desk is entered by the link that it prints, and lets its first admin in', async ({ page }) => {
  const port = String(await freePort());
  const program = start({ PORT: port });
  await expect(() => expect(program.said).toContain('/set-up/')).toPass({ timeout: 30_000 });
  const link = /http:\S+\/set-up\/\S+/.exec(program.said)?.[0] ?? '';
  expect(link).toContain(`http://localhost:${port}/`);
  await page.goto(link);
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('E-mail').fill('ada@desk.test');
  await page.getByLabel('New password').fill('entirely new words');
  await page.getByLabel('The same again').fill('entirely new words');
  await page.getByRole('button', { name: 'Choose this password' }).click();
  await expect(page).toHaveURL(`http://localhost:${port}/`);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
});

test('the starting program, pages and routes share one house, and it is left in order', async ({
  page,
  request,
}) => {
  const port = String(await freePort());
  const program = start({ PORT: port });
  const origin = `http://localhost:${port}`;
  await expect(() => expect(program.said).toContain('ready at')).toPass({ timeout: 30_000 });

  // The program holds the file's lock. A second house in the process would be refused it, and could not answer.
  await page.goto(`${origin}/sign-in`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const health = await request.get(`${origin}/api/health`);
  expect(await health.json()).toMatchObject({
    status: 'ok',
    database: { engine: 'sqlite', state: 'open', durability: 'full' },
    demo: false,
  });
  expect((await request.get(`${origin}/api/ready`)).status()).toBe(200);

  const second = start({ PORT: String(await freePort()) });
  expect(await second.ended).toBe(1);
  expect(second.said).toContain(join(folder, 'desk.db'));
  expect(second.said).not.toContain('    at ');

  expect(statSync(join(folder, 'desk.db.secret')).mode & 0o777).toBe(0o600);
  program.child.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(existsSync(join(folder, 'desk.db-wal'))).toBe(false);
});

test('ending npm ends the desk', async () => {
  const program = start({ PORT: String(await freePort()) }, ['npm', 'start']);
  await expect(() => expect(program.said).toContain('ready at')).toPass({ timeout: 30_000 });
  expect(existsSync(join(folder, 'desk.db-wal'))).toBe(true);
  program.child.kill('SIGTERM');
  await expect(() => expect(existsSync(join(folder, 'desk.db-wal'))).toBe(false)).toPass({ timeout: 30_000 });
});

const refused: readonly (readonly [string, Readonly<Record<string, string>>, RegExp])[] = [
  ['others can reach it and nobody knows its address', { HOST: '0.0.0.0' }, /BASE_URL is needed/],
  ['passwords would travel in the clear', { BASE_URL: 'http://desk.example.org' }, /BASE_URL must be https/],
  ['a variable does not fit', { DURABILITY: 'perhaps' }, /DURABILITY must be full or normal/],
];
for (const [why, variables, sentence] of refused) {
  test(`it does not start, and says so in a sentence, when ${why}`, async () => {
    const program = start({ PORT: String(await freePort()), ...variables });
    expect(await program.ended).toBe(1);
    expect(program.said).toMatch(sentence);
    expect(program.said).not.toContain('    at ');
  });
}

test('methods and headers that Next stumbles over are answered like any other', async ({ baseURL }) => {
  const statusOf = (method: string, path: string, headers: Record<string, string> = {}) =>
    new Promise<number | undefined>((resolve, reject) => {
      const url = new URL(String(baseURL));
      const asked = send({ host: url.hostname, port: url.port, method, path, headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.once('error', reject).end();
    });
  expect(await statusOf('TRACE', '/api/me')).toBe(405);
  expect(await statusOf('GET', '/api//me')).toBe(401);
  expect(await statusOf('GET', '/api/me/')).toBe(401);
  expect(await statusOf('GET', '/api/%6de')).toBe(401);
  expect(await statusOf('GET', '/api/me.rsc')).toBe(401);
  expect(await statusOf('GET', '/api/%')).toBe(400);
  expect(await statusOf('GET', '/articles/%E0%A4%A')).toBe(400);
  for (const header of ['rsc', 'next-action', 'x-nextjs-data', 'x-middleware-subrequest', 'x-matched-path']) {
    expect(await statusOf('GET', '/api/me', { [header]: '1' })).toBe(401);
  }
  expect(await statusOf('GET', '/api/me', { 'x-much': 'x'.repeat(20_000) })).toBe(431);
});
