import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { freshPath, testDatabase } from '@/db/test-database';
import { insertArticle } from '@/db/test-rows';

function desk(path: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/run.mjs', 'scripts/desk.ts', ...args],
    {
      // Without the variables that the test runner sets for itself, BASE_URL among them.
      env: { PATH: process.env['PATH'], DATABASE_URL: `file:${path}`, NODE_ENV: 'test' },
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

test('backup copies the database while it is served, and the copy opens', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  await db.transact(insertArticle);
  const target = join(dirname(path), 'copy.db');
  expect(desk(path, 'backup', target)).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/copy\.db: \d+ bytes, complete and checked/),
  });
  const copy = await testDatabase(target);
  expect(await copy.sql.$count(copy.tables.article)).toBe(1);
});

test('backup does not touch a file that is there', async () => {
  const path = freshPath();
  await testDatabase(path);
  const target = join(dirname(path), 'letter.txt');
  writeFileSync(target, 'Dear newsroom');
  expect(desk(path, 'backup', target)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('not touched'),
  });
  expect(readFileSync(target, 'utf8')).toBe('Dear newsroom');
});

test('migrate is refused while a server is at work, and for a database that is not there', async () => {
  const path = freshPath();
  expect(desk(path, 'migrate')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('no database at'),
  });
  expect(existsSync(path)).toBe(false);
  const db = await testDatabase(path);
  expect(desk(path, 'migrate')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('is at work on'),
  });
  await db.close();
  expect(desk(path, 'migrate')).toMatchObject({ status: 0, stdout: expect.stringContaining('up to date') });
});

const misunderstood = [[], ['nonsense'], ['backup'], ['backup', 'a', 'b'], ['toString']];

test.each(misunderstood.map((args) => [args]))(
  '%j gets the usage, which names what there is and nothing else',
  (args) => {
    const { status, stdout, stderr } = desk('unused.db', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect([...stderr.matchAll(/^ {2}(\w+)/gm)].map(([, word]) => word)).toEqual(['backup', 'migrate']);
  },
);
