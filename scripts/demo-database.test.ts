import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '@/db/open';
import { isDemo } from '@/db/settings';
import { ensureDemoDatabase, putAside } from '@/scripts/demo-database';

let folder: string;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-database-'));
  url = `file:${join(folder, 'demo.db')}`;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the demo database', () => {
  test('is made once, and kept after that', async () => {
    expect(await ensureDemoDatabase(url)).toBe(true);
    expect(await ensureDemoDatabase(url)).toBe(false);
    const db = await openDatabase(url, { create: false });
    expect(await isDemo(db.sql)).toBe(true);
    await db.close();
  });

  test('starts over beside the old one', async () => {
    await ensureDemoDatabase(url);
    const aside = await putAside(url, new Date('2026-01-02T03:04:05Z'));
    expect(aside).toBe(join(folder, 'demo-2026-01-02T03-04-05-000Z.db'));
    expect(existsSync(join(folder, 'demo.db'))).toBe(false);
    expect(await ensureDemoDatabase(url)).toBe(true);
    expect(readdirSync(folder).filter((file) => file.endsWith('.db'))).toHaveLength(2);
  });

  test('has nothing to put aside where there is none', async () => {
    expect(await putAside(url, new Date())).toBeUndefined();
  });

  test('never takes the place of a real desk', async () => {
    await (await openDatabase(url)).close();
    await expect(ensureDemoDatabase(url)).rejects.toThrow('is not a demo; it is left as it is');
  });

  test('is not moved from under a server', async () => {
    await ensureDemoDatabase(url);
    const serving = await openDatabase(url);
    await expect(putAside(url, new Date())).rejects.toThrow();
    expect(existsSync(join(folder, 'demo.db'))).toBe(true);
    await serving.close();
  });
});
