import { expect, test } from 'vitest';
import { findSessions, insertSession } from './sessions';
import { testDatabase } from './test-database';
import { personRow } from './test-rows';

const createdAt = '2025-03-02T12:00:00.000Z';
const expiresAt = '2025-03-09T12:00:00.000Z';

test('what decides about sessions is found for any number of them at once, and nothing for those that ended', async () => {
  const db = await testDatabase();
  const [here, disabled] = [personRow(), personRow({ disabled: true })];
  const hashes = Array.from({ length: 250 }, (_, index) => `hash ${index}`);
  await db.transact(async (sql) => {
    await sql.insert(sql.tables.user).values([here, disabled]);
    for (const [index, hash] of hashes.entries()) {
      const { id } = index === 249 ? disabled : here;
      await insertSession(sql, { hash, userId: id ?? '', createdAt, expiresAt });
    }
  });
  const found = await findSessions(db.sql, [...hashes.slice(100), 'ended']);
  expect([...found.keys()].sort()).toEqual(hashes.slice(100).sort());
  expect(found.get('hash 100')).toEqual({ seenAt: createdAt, expiresAt, disabled: false });
  expect(found.get('hash 249')?.disabled).toBe(true);
  expect(await findSessions(db.sql, [])).toEqual(new Map());
});
