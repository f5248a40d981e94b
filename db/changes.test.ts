import { randomUUID } from 'node:crypto';
import Driver from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangeAction, DESK_LOG, FIRST_HASH } from '@/domain/change';
import { appendChange, findBreak, type NewChange, readHistory, readLog } from './changes';
import type { Database } from './database';
import { freshPath, testDatabase } from './test-database';
import { insertArticle } from './test-rows';

const change = (actorId: string, given: Partial<NewChange> = {}): NewChange => ({
  log: DESK_LOG,
  actorId,
  at: '2025-03-02T12:00:00.000Z',
  action: 'setting.changed',
  subjectId: 'onePersonDesk',
  before: { value: false },
  after: { value: true },
  ...given,
});

async function deskWithPerson(path?: string): Promise<{ db: Database; actorId: string }> {
  const db = await testDatabase(path);
  const { personId } = await db.transact(insertArticle);
  return { db, actorId: personId };
}

test('positions count from 1 in each log, and the first row follows from nothing', async () => {
  const { db, actorId } = await deskWithPerson();
  const article = randomUUID();
  const positions = await Promise.all(
    [DESK_LOG, article, DESK_LOG, article, article].map((log) =>
      db.transact((sql) => appendChange(sql, change(actorId, { log }))),
    ),
  );
  expect(positions).toEqual([1, 1, 2, 2, 3]);
  const [first] = await readLog(db.sql, article, { limit: 1 });
  expect(first).toMatchObject({ position: 1, previousHash: FIRST_HASH });
});

test('a work that is undone leaves no gap in the log', async () => {
  const { db, actorId } = await deskWithPerson();
  await Promise.allSettled(
    [false, true, false, true, false].map((fails) =>
      db.transact(async (sql) => {
        await appendChange(sql, change(actorId));
        if (fails) throw new Error('no');
      }),
    ),
  );
  const rows = await readLog(db.sql, DESK_LOG, { limit: 10 });
  expect(rows.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(await findBreak(db.sql, DESK_LOG)).toBeUndefined();
});

test('a log is read after a position, a thing through all logs, both in order', async () => {
  const { db, actorId } = await deskWithPerson();
  const actions: ChangeAction[] = ['annotation.created', 'annotation.changed', 'annotation.deleted'];
  for (const action of actions) {
    await db.transact((sql) => appendChange(sql, change(actorId, { action, subjectId: 'this' })));
    await db.transact((sql) => appendChange(sql, change(actorId, { subjectId: 'that' })));
  }
  expect((await readLog(db.sql, DESK_LOG, { after: 2, limit: 2 })).map(({ position }) => position)).toEqual([
    3, 4,
  ]);
  const history = await readHistory(db.sql, 'this', { limit: 10 });
  expect(history.map(({ action }) => action)).toEqual(actions);
  const rest = await readHistory(db.sql, 'this', { after: history[0]?.seq ?? 0, limit: 1 });
  expect(rest.map(({ action }) => action)).toEqual(['annotation.changed']);
});

test('whatever is logged, the chain verifies and gives back what was logged', async () => {
  const { db, actorId } = await deskWithPerson();
  // What is logged has passed a schema, so that it is made of plain objects and never has a key `__proto__`.
  const json = fc
    .json()
    .filter((text) => !text.includes('__proto__'))
    .map((text): unknown => JSON.parse(text));
  const word = fc.string().filter((key) => key !== '__proto__');
  const state = fc.option(fc.dictionary(word, json, { noNullPrototype: true }), { nil: null });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ before: state, after: state }), { minLength: 1, maxLength: 8 }),
      async (states) => {
        const log = randomUUID();
        await Promise.all(
          states.map((both) => db.transact((sql) => appendChange(sql, change(actorId, { log, ...both })))),
        );
        expect(await findBreak(db.sql, log)).toBeUndefined();
        const rows = await readLog(db.sql, log, { limit: 10 });
        expect(rows.map(({ before, after }) => ({ before, after }))).toEqual(
          JSON.parse(JSON.stringify(states)),
        );
      },
    ),
    { numRuns: 50 },
  );
});

const tampering = [
  [
    'changing what was done',
    "UPDATE change SET after = '{}' WHERE position = 3",
    3,
    'is not what was written',
  ],
  ['changing who did it', "UPDATE change SET actorId = 'x' WHERE position = 2", 2, 'is not what was written'],
  ['removing a row', 'DELETE FROM change WHERE position = 2', 2, 'is missing'],
  [
    'swapping two rows',
    'UPDATE change SET position = -position WHERE position IN (2, 3); UPDATE change SET position = position + 5 WHERE position < 0',
    2,
    'does not follow from the one before',
  ],
  ['changing a hash', "UPDATE change SET hash = 'x' WHERE position = 4", 4, 'is not what was written'],
] as const;

test.each(tampering)(
  '%s behind the desk is found at its first bad row',
  async (_, statement, position, what) => {
    const path = freshPath();
    const { db, actorId } = await deskWithPerson(path);
    for (const value of [1, 2, 3, 4, 5]) {
      await db.transact((sql) => appendChange(sql, change(actorId, { after: { value } })));
    }
    const other = new Driver(path);
    other.pragma('foreign_keys = OFF');
    other.exec('DROP TRIGGER change_is_never_updated; DROP TRIGGER change_is_never_deleted');
    other.exec(statement);
    other.close();
    expect(await findBreak(db.sql, DESK_LOG)).toEqual({ position, what });
  },
);

const kept = [
  ["UPDATE change SET after = '{}'", /append-only/],
  ['DELETE FROM change', /append-only/],
  [
    "REPLACE INTO change SELECT seq, log, position, actorId, 'later', action, subjectId, before, after, previousHash, hash FROM change",
    /append-only/,
  ],
  [
    "REPLACE INTO revision SELECT articleId, number, blocks, 'other', sha256, createdAt, createdById, note FROM revision",
    /never changed/,
  ],
  ["UPDATE revision SET text = 'other'", /never changed/],
  ['DELETE FROM revision', /never deleted/],
] as const;

test.each(kept)('the engine itself refuses %s', async (statement, why) => {
  const path = freshPath();
  const { db, actorId } = await deskWithPerson(path);
  await db.transact((sql) => appendChange(sql, change(actorId)));
  const other = new Driver(path);
  expect(() => other.exec(statement)).toThrow(why);
  other.close();
});
