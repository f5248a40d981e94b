import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import Driver from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase, sqlitePath } from './open';
import { freshPath, testDatabase } from './test-database';
import { insertArticle } from './test-rows';

/** A cleanly closed database with enough rows to fill some pages. */
async function filledPath(): Promise<string> {
  const path = freshPath();
  const db = await testDatabase(path);
  await db.transact(async (sql) => {
    for (let index = 0; index < 300; index += 1) {
      await sql.insert(sql.tables.setting).values({ name: `name ${index}`, value: 'x'.repeat(200) });
    }
  });
  await db.close();
  return path;
}

test('a fresh database is made whole, with folder, tables and full durability', async () => {
  const path = join(dirname(freshPath()), 'a', 'b', 'desk.db');
  const db = await testDatabase(path);
  expect(db.durability).toBe('full');
  expect(readdirSync(dirname(path)).sort()).toEqual([
    'desk.db',
    'desk.db-shm',
    'desk.db-wal',
    'desk.db.lock',
  ]);
  await db.transact(insertArticle);
  expect(await db.sql.$count(db.tables.article)).toBe(1);
});

test('what was written is there when it is opened again, and a clean stop leaves no write-ahead log', async () => {
  const path = await filledPath();
  expect(existsSync(`${path}-wal`)).toBe(false);
  const db = await testDatabase(path);
  expect(await db.sql.$count(db.tables.setting)).toBe(300);
});

test('durability normal is taken and read back', async () => {
  expect((await testDatabase(undefined, { durability: 'normal' })).durability).toBe('normal');
});

test('the reader cannot write', async () => {
  const db = await testDatabase();
  await expect(db.sql.insert(db.tables.setting).values({ name: 'a', value: 1 })).rejects.toThrow(/readonly/);
});

test('foreign keys are held', async () => {
  const db = await testDatabase();
  await expect(
    db.transact(async (sql) => {
      const at = '2025-03-02T12:00:00.000Z';
      const row = { hash: 'a', userId: 'nobody', createdAt: at, seenAt: at, expiresAt: at };
      await sql.insert(sql.tables.session).values(row);
    }),
  ).rejects.toThrow(/FOREIGN KEY/);
});

test('an absent database is refused where none may be made, and nothing is made', async () => {
  const path = freshPath();
  await expect(openDatabase(`file:${path}`, { create: false })).rejects.toThrow(/There is no database at/);
  expect(existsSync(path)).toBe(false);
  await expect(openDatabase(`file:${dirname(path)}/no/such/folder.db`, { create: false })).rejects.toThrow(
    /There is no database at/,
  );
});

const overwrite = (path: string, offset: number, bytes: Buffer) => {
  const content = readFileSync(path);
  bytes.copy(content, offset);
  writeFileSync(path, content);
};
const noise = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 89 + 17) % 256));

const spoilt = [
  [
    'a zeroed header',
    (path: string) => overwrite(path, 0, Buffer.alloc(100)),
    /damaged \(its header is blank\)/,
  ],
  [
    'a first page of zeros',
    (path: string) => overwrite(path, 0, Buffer.alloc(4096)),
    /damaged \(its header is blank\)/,
  ],
  ['a garbage page', (path: string) => overwrite(path, 4096 * 5, noise(4096)), /damaged/],
  ['a garbage schema behind a good header', (path: string) => overwrite(path, 100, noise(3996)), /damaged/],
  [
    'a garbage last page',
    (path: string) => overwrite(path, statSync(path).size - 4096, noise(4096)),
    /damaged/,
  ],
  [
    'half of the file',
    (path: string) => truncateSync(path, Math.floor(statSync(path).size / 2)),
    /cut short/,
  ],
  ['an empty file', (path: string) => truncateSync(path, 0), /damaged \(it is empty\)/],
  [
    'a text file',
    (path: string) => writeFileSync(path, 'Dear newsroom,\n'.repeat(500)),
    /not Bluepencil's: it is no SQLite/,
  ],
  ['a few bytes', (path: string) => writeFileSync(path, 'hi'), /not Bluepencil's: it is no SQLite/],
  ["another program's database", makeForeign, /not Bluepencil's: it is the database of another program/],
] as const;

test.each(spoilt)('%s is refused with what to do, and left as it was', async (_, spoil, sentence) => {
  const path = await filledPath();
  spoil(path);
  const before = readFileSync(path);
  const refusal = await openDatabase(`file:${path}`).catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    name: 'Refusal',
    code: 'unavailable',
    message: expect.stringMatching(sentence),
  });
  expect(refusal).toMatchObject({ message: expect.stringMatching(/left as it is\. (Move|Name)/) });
  expect(readFileSync(path).equals(before)).toBe(true);
  // The lock is free again: whoever puts a sound file in its place can start.
  rmSync(path);
  await testDatabase(path);
});

function makeForeign(path: string): void {
  rmSync(path);
  const other = new Driver(path);
  other.exec('CREATE TABLE recipe (name TEXT)');
  other.close();
}

test('a folder in the place of the database is refused', async () => {
  const path = freshPath();
  mkdirSync(path);
  await expect(openDatabase(`file:${path}`)).rejects.toThrow(/is not a file/);
});

test('a write-ahead log whose database is gone is refused; no empty database takes its place', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  await db.transact(insertArticle);
  const elsewhere = freshPath();
  copyFileSync(`${path}-wal`, `${elsewhere}-wal`);
  await expect(openDatabase(`file:${elsewhere}`)).rejects.toThrow(/is gone, but its log/);
  expect(existsSync(elsewhere)).toBe(false);
});

test('after an unclean stop everything that was committed is there', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  await db.transact(insertArticle);
  const copy = freshPath();
  for (const suffix of ['', '-wal']) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
  const again = await testDatabase(copy);
  expect(await again.sql.$count(again.tables.article)).toBe(1);
});

test('damage behind an unclean stop is found, and the log is left beside the file', async () => {
  const path = await filledPath();
  const db = await testDatabase(path);
  await db.transact(insertArticle);
  const copy = freshPath();
  for (const suffix of ['', '-wal']) copyFileSync(`${path}${suffix}`, `${copy}${suffix}`);
  overwrite(copy, 4096 * 30, noise(8192));
  const log = readFileSync(`${copy}-wal`);
  await expect(openDatabase(`file:${copy}`)).rejects.toThrow(/damaged/);
  expect(readFileSync(`${copy}-wal`).equals(log)).toBe(true);
});

test('a database newer than the program is refused and left as it was', async () => {
  const path = await filledPath();
  const newer = new Driver(path);
  newer.pragma('user_version = 9999');
  newer.close();
  const before = readFileSync(path);
  await expect(openDatabase(`file:${path}`)).rejects.toThrow(/version 9999.*a newer Bluepencil has used it/);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('half of a database that an interrupted start left behind is not taken for one', async () => {
  const path = freshPath();
  writeFileSync(`${path}.new`, 'half');
  const db = await testDatabase(path);
  expect(await db.sql.$count(db.tables.article)).toBe(0);
  expect(existsSync(`${path}.new`)).toBe(false);
});

test('a second server is refused while one is at work, and let in when it has closed', async () => {
  const path = freshPath();
  const first = await testDatabase(path);
  await expect(openDatabase(`file:${path}`)).rejects.toThrow(/Another Bluepencil server is at work/);
  await first.transact(insertArticle);
  await first.close();
  const second = await testDatabase(path);
  expect(await second.sql.$count(second.tables.article)).toBe(1);
});

test('a server that was killed frees the database for the next one', async () => {
  const path = freshPath();
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', servingScript(path)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  await once(child.stdout, 'data');
  await expect(openDatabase(`file:${path}`)).rejects.toThrow(/Another Bluepencil server is at work/);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const db = await testDatabase(path);
  expect(await db.sql.$count(db.tables.setting)).toBe(1);
});

/** A program that opens the database, writes a row, says so and stays. */
function servingScript(path: string): string {
  return `
    import('@/db/open').then(async ({ openDatabase }) => {
      const db = await openDatabase(${JSON.stringify(`file:${path}`)});
      await db.transact((sql) => sql.insert(sql.tables.setting).values({ name: 'a', value: 1 }));
      console.log('ready');
      setInterval(() => {}, 1000);
    });`;
}

test('a runtime on which the driver would die is refused with what to do', async () => {
  const { napi } = process.versions;
  Object.defineProperty(process.versions, 'napi', { value: '9', configurable: true });
  onTestFinished(() => {
    Object.defineProperty(process.versions, 'napi', { value: napi, configurable: true });
  });
  await expect(openDatabase(`file:${freshPath()}`)).rejects.toThrow(
    /too old for the database driver.*through npm/,
  );
});

const urls = [
  ['file:./data/desk.db', join(process.cwd(), 'data/desk.db')],
  ['file:data/desk.db', join(process.cwd(), 'data/desk.db')],
  ['file:/srv/desk.db', '/srv/desk.db'],
  ['file:///srv/with%20space/desk.db', '/srv/with space/desk.db'],
] as const;

test.each(urls)('%s names %s', (url, path) => {
  expect(sqlitePath(url)).toBe(path);
});

test.each(['postgres://localhost/desk', './data/desk.db', ''])('%s is refused with an example', (url) => {
  expect(() => sqlitePath(url)).toThrow(/file:\.\/data\/bluepencil\.db/);
});
