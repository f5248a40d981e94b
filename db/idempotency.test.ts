import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { findAnswer, forgetOldAnswers, keepAnswer } from './idempotency';
import { testDatabase } from './test-database';
import { insertArticle } from './test-rows';
import { isUniqueViolation } from './unique-violation';

const answer = (userId: string, at: string) => ({
  userId,
  key: 'key',
  requestHash: 'hash',
  status: 201,
  headers: { etag: '"1"' },
  body: { id: 'a' },
  at,
});

test('an answer is found again by person and key, whole', async () => {
  const db = await testDatabase();
  const { personId } = await db.transact(insertArticle);
  const row = answer(personId, '2025-03-02T12:00:00.000Z');
  await db.transact((sql) => keepAnswer(sql, row));
  expect(await findAnswer(db.sql, personId, 'key')).toEqual(row);
  expect(await findAnswer(db.sql, personId, 'other')).toBeUndefined();
  expect(await findAnswer(db.sql, randomUUID(), 'key')).toBeUndefined();
});

test('an answer without a body is one', async () => {
  const db = await testDatabase();
  const { personId } = await db.transact(insertArticle);
  await db.transact((sql) =>
    keepAnswer(sql, { ...answer(personId, '2025-03-02T12:00:00.000Z'), body: null }),
  );
  expect(await findAnswer(db.sql, personId, 'key')).toMatchObject({ body: null, status: 201 });
});

test('a second answer under the same key is refused as a unique violation, and the work with it', async () => {
  const db = await testDatabase();
  const { personId } = await db.transact(insertArticle);
  const row = answer(personId, '2025-03-02T12:00:00.000Z');
  const outcomes = await Promise.allSettled([1, 2].map(() => db.transact((sql) => keepAnswer(sql, row))));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(refused.map(isUniqueViolation)).toEqual([true]);
});

test('other failures are not taken for a unique violation', async () => {
  const db = await testDatabase();
  const orphan = await db
    .transact((sql) => keepAnswer(sql, answer('nobody', '2025-03-02T12:00:00.000Z')))
    .catch((error: unknown) => error);
  expect([orphan, new Error('UNIQUE constraint failed'), undefined].map(isUniqueViolation)).toEqual([
    false,
    false,
    false,
  ]);
});

const ages = [
  ['2025-03-02T12:00:00.000Z', true],
  ['2025-02-23T12:00:00.000Z', true],
  ['2025-02-23T11:59:59.999Z', false],
] as const;

test.each(ages)('of 2 March at noon, an answer of %s is kept: %s', async (at, isKept) => {
  const db = await testDatabase();
  const { personId } = await db.transact(insertArticle);
  await db.transact((sql) => keepAnswer(sql, answer(personId, at)));
  await db.transact((sql) => forgetOldAnswers(sql, new Date('2025-03-02T12:00:00.000Z')));
  expect((await findAnswer(db.sql, personId, 'key')) !== undefined).toBe(isKept);
});
