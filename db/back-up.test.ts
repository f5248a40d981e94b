import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DESK_LOG } from '@/domain/change';
import { backUp } from './back-up';
import { appendChange, findBreak } from './changes';
import type { Database } from './database';
import { freshPath, testDatabase } from './test-database';
import { insertArticle } from './test-rows';

const beside = (path: string, name: string) => join(dirname(path), name);

async function logOne(db: Database, actorId: string): Promise<void> {
  await db.transact((sql) =>
    appendChange(sql, {
      log: DESK_LOG,
      actorId,
      at: '2025-03-02T12:00:00.000Z',
      action: 'setting.changed',
      subjectId: 'onePersonDesk',
      before: null,
      after: null,
    }),
  );
}

test('a backup made while writing opens elsewhere with every write that was answered before it began', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  const { personId } = await db.transact(insertArticle);
  let answered = 0;
  let writing = true;
  const writers = Array.from({ length: 4 }, async () => {
    while (writing) {
      await logOne(db, personId);
      answered += 1;
    }
  });
  const copies: { copy: string; answeredBefore: number }[] = [];
  for (const name of ['one.db', 'two.db', 'three.db']) {
    await expect.poll(() => answered).toBeGreaterThan((copies.at(-1)?.answeredBefore ?? 0) + 20);
    const copy = beside(path, name);
    copies.push({ copy, answeredBefore: answered });
    const { bytes } = await backUp(`file:${path}`, copy);
    expect(bytes).toBe(readFileSync(copy).length);
  }
  writing = false;
  await Promise.all(writers);
  for (const { copy, answeredBefore } of copies) {
    const restored = await testDatabase(copy);
    expect(await restored.sql.$count(restored.tables.change)).toBeGreaterThanOrEqual(answeredBefore);
    expect(await findBreak(restored.sql, DESK_LOG)).toBeUndefined();
    expect(await restored.sql.$count(restored.tables.article)).toBe(1);
  }
});

test('a file that is there is never overwritten', async () => {
  const path = freshPath();
  await testDatabase(path);
  const target = beside(path, 'letter.txt');
  writeFileSync(target, 'Dear newsroom');
  await expect(backUp(`file:${path}`, target)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('was not touched'),
  });
  expect(readFileSync(target, 'utf8')).toBe('Dear newsroom');
});

test('a target whose folder is not there is refused', async () => {
  const path = freshPath();
  await testDatabase(path);
  await expect(backUp(`file:${path}`, beside(path, 'no/such/copy.db'))).rejects.toMatchObject({
    code: 'conflict',
  });
});

test.each(['absent', 'foreign'] as const)('of an %s database no backup is made', async (kind) => {
  const path = freshPath();
  if (kind === 'foreign') writeFileSync(path, 'Dear newsroom');
  const target = beside(path, 'copy.db');
  await expect(backUp(`file:${path}`, target)).rejects.toMatchObject({ code: 'unavailable' });
  expect(existsSync(target)).toBe(false);
});
