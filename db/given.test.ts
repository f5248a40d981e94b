import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Sql } from './database';
import { given, givenChange, givenRow } from './given';
import { testDatabase } from './test-database';
import { annotationRow, insertArticle } from './test-rows';

const insertion = (sql: Sql) => sql.insert(sql.tables.setting).values(givenRow(sql.tables.setting));
const byName = (sql: Sql) =>
  sql
    .select()
    .from(sql.tables.setting)
    .where(eq(sql.tables.setting.name, given('name')));

test('a kept query is built once for each connection and takes other values each time', async () => {
  const db = await testDatabase();
  let built = 0;
  const counted = (sql: Sql) => {
    built += 1;
    return byName(sql);
  };
  await db.transact((sql) => sql.ask(insertion, { name: 'a', value: { deep: ['x'] } }));
  await db.transact((sql) => sql.ask(insertion, { name: 'b', value: 2 }));
  const answers: unknown[] = [];
  for (const name of ['a', 'b', 'c']) answers.push(await db.sql.ask(counted, { name }));
  expect(answers).toEqual([[{ name: 'a', value: { deep: ['x'] } }], [{ name: 'b', value: 2 }], []]);
  expect(built).toBe(1);
});

test('a kept query is written and read like any other: nulls stay empty, JSON passes its schema', async () => {
  const db = await testDatabase();
  const { articleId, personId } = await db.transact(insertArticle);
  const put = (sql: Sql) => sql.insert(sql.tables.annotation).values(givenRow(sql.tables.annotation));
  const row = { ...annotationRow({ articleId, authorId: personId }), note: null, deletedAt: null };
  await db.transact((sql) => sql.ask(put, row));
  expect(await db.sql.select().from(db.tables.annotation)).toEqual([row]);
});

test('a row is changed without touching its key, which others point to', async () => {
  const db = await testDatabase();
  const { articleId, personId } = await db.transact(insertArticle);
  const row = annotationRow({ articleId, authorId: personId });
  const change = (sql: Sql) =>
    sql
      .update(sql.tables.annotation)
      .set(givenChange(sql.tables.annotation))
      .where(eq(sql.tables.annotation.id, given('id')));
  await db.transact(async (sql) => {
    await sql.insert(sql.tables.annotation).values(row);
    await sql.ask(change, { ...row, note: 'another', deletedAt: null });
  });
  expect(await db.sql.select().from(db.tables.annotation)).toEqual([
    { ...row, note: 'another', deletedAt: null },
  ]);
  expect(Object.keys(givenChange(db.tables.annotation))).not.toContain('id');
});

test('a kept query that lacks a value is a bug, not an empty one', async () => {
  const db = await testDatabase();
  await expect(db.sql.ask(byName, {})).rejects.toThrow(/No value for placeholder "name"/);
});

test('a kept query ends with the work that it was handed to', async () => {
  const db = await testDatabase();
  const leaked = await db.transact(async (sql) => ({ sql }));
  await expect(leaked.sql.ask(insertion, { name: 'a', value: 1 })).rejects.toThrow(
    /after its work had ended/,
  );
  expect(await db.sql.ask(byName, { name: 'a' })).toEqual([]);
});
