import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { markDemo } from '@/db/settings';
import { parseEnv } from './env';
import { house, moveIn, openHouse } from './house';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bluepencil-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function envWith(variables: Readonly<Record<string, string>> = {}) {
  return parseEnv({ DATABASE_URL: `file:${join(folder, 'desk.db')}`, LOG_LEVEL: 'silent', ...variables });
}

it('is one, however often a bundler evaluates this program', async () => {
  vi.stubEnv('DATABASE_URL', `file:${join(folder, 'desk.db')}`);
  vi.stubEnv('BASE_URL', '');
  const [first, second] = await Promise.all([house(), house()]);
  vi.resetModules();
  const again = await import('./house');
  expect(again.house).not.toBe(house);
  expect([second, await again.house()]).toEqual([first, first]);
  expect(await again.house()).toBe(first);
  moveIn(undefined);
  await first.close();
});

it('that could not be opened is tried again', async () => {
  vi.stubEnv('DATABASE_URL', 'nonsense');
  vi.stubEnv('BASE_URL', '');
  await expect(house()).rejects.toThrow('DATABASE_URL must be file:PATH');
  vi.stubEnv('DATABASE_URL', `file:${join(folder, 'desk.db')}`);
  const desk = await house();
  moveIn(undefined);
  await desk.close();
});

describe('its secret', () => {
  it('is made once, beside the database, for the owner alone', async () => {
    const first = await openHouse(envWith());
    await first.close();
    const second = await openHouse(envWith());
    await second.close();
    const path = join(folder, 'desk.db.secret');
    expect(second.authSecret).toBe(first.authSecret);
    expect(readFileSync(path, 'utf8').trim()).toBe(first.authSecret);
    expect(first.authSecret.length).toBeGreaterThanOrEqual(43);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('is the one of the environment where that brings one', async () => {
    const desk = await openHouse(envWith({ AUTH_SECRET: 's'.repeat(32) }));
    await desk.close();
    expect(desk.authSecret).toBe('s'.repeat(32));
  });
});

it('does not open a demo to others, and lets go of its file', async () => {
  const desk = await openHouse(envWith());
  await desk.db.transact(markDemo);
  await desk.close();
  const open = envWith({ HOST: '0.0.0.0', BASE_URL: 'https://desk.example.org' });
  await expect(openHouse(open)).rejects.toThrow('A demo is served on this machine only');
  const local = await openHouse(envWith());
  await local.close();
});
