import Driver from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Database, Sql } from '@/db/database';
import { freshPath, testDatabase } from '@/db/test-database';
import { groupCommit } from './group-commit';

/** Settings serve as the smallest rows that there are. */
const put = (name: string) => (sql: Sql) => sql.insert(sql.tables.setting).values({ name, value: 1 });
const names = async (db: Database) => (await db.sql.select().from(db.tables.setting)).map(({ name }) => name);

test('what transact answered is seen by the reader and by another program at once', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  await db.transact(put('a'));
  expect(await names(db)).toEqual(['a']);
  const other = new Driver(path, { readonly: true });
  expect(other.prepare('select name from setting').pluck().all()).toEqual(['a']);
  other.close();
});

test('works queued together share one transaction', async () => {
  const db = await testDatabase();
  let commits = 0;
  db.changed(() => {
    commits += 1;
  });
  await Promise.all(Array.from({ length: 50 }, (_, index) => db.transact(put(`work ${index}`))));
  expect(await names(db)).toHaveLength(50);
  expect(commits).toBe(1);
});

test('no work is answered before its transaction is committed', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  const other = new Driver(path, { readonly: true });
  const seen: unknown[] = [];
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      db
        .transact(put(name))
        .then(() => seen.push(other.prepare('select count(*) from setting').pluck().get())),
    ),
  );
  other.close();
  expect(seen).toEqual([3, 3, 3]);
});

test('a work sees what the works before it did, and its result is handed back', async () => {
  const db = await testDatabase();
  const counts = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      db.transact(async (sql) => {
        await put(name)(sql);
        return sql.$count(sql.tables.setting);
      }),
    ),
  );
  expect(counts).toEqual([1, 2, 3]);
});

test('a work that throws is undone alone and gets its own error', async () => {
  const db = await testDatabase();
  const refused = new Error('changed my mind');
  const [kept, undone, kept2] = await Promise.allSettled([
    db.transact(put('a')),
    db.transact(async (sql) => {
      await put('b')(sql);
      throw refused;
    }),
    db.transact(put('c')),
  ]);
  expect([kept.status, kept2.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(undone).toEqual({ status: 'rejected', reason: refused });
  expect(await names(db)).toEqual(['a', 'c']);
});

test('a work that throws before its first await is rejected like any other', async () => {
  const db = await testDatabase();
  await expect(
    db.transact(() => {
      throw new Error('at once');
    }),
  ).rejects.toThrow('at once');
  await db.transact(put('a'));
  expect(await names(db)).toEqual(['a']);
});

test('nobody is woken by a transaction that kept nothing', async () => {
  const db = await testDatabase();
  let commits = 0;
  const stop = db.changed(() => {
    commits += 1;
  });
  await db.transact(() => Promise.reject(new Error('no'))).catch(() => undefined);
  expect(commits).toBe(0);
  await db.transact(put('a'));
  stop();
  await db.transact(put('b'));
  expect(commits).toBe(1);
});

test('a work that waits for something foreign is undone and reported, its neighbours are not touched', async () => {
  const bugs: Error[] = [];
  const db = await testDatabase(undefined, { report: (bug) => bugs.push(bug) });
  let release: (() => void) | undefined;
  let late: unknown;
  const foreign = new Promise<void>((resolve) => {
    release = resolve;
  });
  const [, waited] = await Promise.allSettled([
    db.transact(put('a')),
    db.transact(async (sql) => {
      await put('b')(sql);
      await foreign;
      late = await put('c')(sql).catch((error: unknown) => error);
    }),
    db.transact(put('d')),
  ]);
  expect(waited).toMatchObject({ status: 'rejected', reason: { message: /awaited something else/ } });
  expect(bugs).toHaveLength(1);
  release?.();
  await expect
    .poll(() => late)
    .toMatchObject({ message: expect.stringContaining('after its work had ended') });
  expect(await names(db)).toEqual(['a', 'd']);
});

test('a work that ends the transaction fails all that shared it, and the next one works', async () => {
  const path = freshPath();
  await (await testDatabase(path)).close();
  const raw = new Driver(path);
  raw.exec(
    "CREATE TRIGGER ending BEFORE INSERT ON setting WHEN NEW.name = 'end' BEGIN SELECT RAISE(ROLLBACK, 'ended'); END",
  );
  raw.close();
  const db = await testDatabase(path);
  const outcomes = await Promise.allSettled(['a', 'end', 'b'].map((name) => db.transact(put(name))));
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  expect(outcomes[0]).toMatchObject({ reason: { name: 'Refusal', code: 'unavailable' } });
  expect(outcomes[1]).toMatchObject({ reason: { message: 'ended' } });
  expect(await names(db)).toEqual(['b']);
});

test('a work that swallows the error which ended the transaction is not answered as done', async () => {
  const { connection, commit } = bareCommit('CREATE TABLE thing (name TEXT)');
  connection.exec("CREATE TRIGGER ending BEFORE INSERT ON thing BEGIN SELECT RAISE(ROLLBACK, 'ended'); END");
  const swallowed = commit.transact(async () => {
    try {
      connection.exec("INSERT INTO thing VALUES ('a')");
    } catch {
      return 'fine';
    }
    return 'finer';
  });
  await expect(swallowed).rejects.toThrow('the transaction ended');
});

test('when the commit fails, nobody is told that it was saved and nothing is there', async () => {
  const { connection, commit, commits } = bareCommit(`
    CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE child (parent INTEGER REFERENCES parent DEFERRABLE INITIALLY DEFERRED)`);
  const outcomes = await Promise.allSettled([
    commit.transact(async () => connection.exec('INSERT INTO parent VALUES (1)')),
    commit.transact(async () => connection.exec('INSERT INTO child VALUES (2)')),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(commits()).toBe(0);
  expect(connection.inTransaction).toBe(false);
  expect(connection.prepare('SELECT count(*) FROM parent').pluck().get()).toBe(0);
  await commit.transact(async () => connection.exec('INSERT INTO parent VALUES (3)'));
  expect(commits()).toBe(1);
});

test('a full disk is refused as such, and writing goes on when there is room again', async () => {
  const { connection, commit } = bareCommit('CREATE TABLE thing (bytes BLOB)');
  const write = () =>
    commit.transact(async () => connection.prepare('INSERT INTO thing VALUES (zeroblob(100000))').run());
  connection.pragma('max_page_count = 10');
  await expect(write()).rejects.toMatchObject({ name: 'Refusal', code: 'disk-full', status: 507 });
  connection.pragma('max_page_count = 1000');
  await write();
  expect(connection.prepare('SELECT count(*) FROM thing').pluck().get()).toBe(1);
});

test('works wait while another program writes, and are refused when it takes too long', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  const other = new Driver(path);
  other.exec('BEGIN IMMEDIATE');
  const waiting = db.transact(put('a'));
  // The process is not blocked meanwhile: reading goes on.
  expect(await names(db)).toEqual([]);
  other.exec('COMMIT');
  await waiting;
  expect(await names(db)).toEqual(['a']);

  const { connection, commit } = bareCommit('CREATE TABLE thing (name TEXT)', { file: path, patience: 30 });
  other.exec('BEGIN IMMEDIATE');
  await expect(commit.transact(async () => 1)).rejects.toMatchObject({ code: 'unavailable' });
  other.close();
  connection.close();
});

test('stopping answers what was accepted and refuses what comes later', async () => {
  const db = await testDatabase();
  const accepted = ['a', 'b'].map((name) => db.transact(put(name)));
  const closed = db.close();
  await expect(db.transact(put('c'))).rejects.toMatchObject({ code: 'unavailable' });
  await Promise.all([...accepted, closed]);
});

test('works that come one by one after a shared commit gather again while a commit would take', async () => {
  const { commit, transactions } = slowCommit();
  await Promise.all([1, 2, 3].map(() => commit.transact(nothing)));
  const late = [commit.transact(nothing)];
  for (let more = 0; more < 2; more += 1) {
    await turns(5);
    late.push(commit.transact(nothing));
  }
  await Promise.all(late);
  expect(transactions()).toEqual([3, 3]);
});

test('those who gather go on without who does not come, and expect nobody the next time', async () => {
  const { commit, transactions } = slowCommit();
  await Promise.all([commit.transact(nothing), commit.transact(nothing)]);
  const without = commit.transact(nothing);
  await turns(5);
  expect(transactions()).toEqual([2]);
  vi.advanceTimersByTime(COMMIT_TAKES);
  await without;
  await commit.transact(nothing);
  expect(transactions()).toEqual([2, 1, 1]);
});

test('a lone work does not wait for company', async () => {
  const { commit, transactions } = slowCommit();
  // The clock stands still: whoever waited for it would wait for ever.
  for (let work = 1; work <= 3; work += 1) await commit.transact(nothing);
  expect(transactions()).toEqual([1, 1, 1]);
});

test('a transaction takes a bounded number of works, in the order in which they came', async () => {
  const { commit, transactions } = slowCommit();
  const answered: number[] = [];
  await Promise.all(
    Array.from({ length: 400 }, (_, index) => commit.transact(nothing).then(() => answered.push(index))),
  );
  expect(transactions()).toEqual([200, 200]);
  expect(answered).toEqual(Array.from({ length: 400 }, (_, index) => index));
});

type Step = 'put' | 'throw' | 'violate' | 'swallow' | 'putTwo';

test('exactly the works that were answered as done are there, whatever the others did', async () => {
  const db = await testDatabase();
  await db.transact(put('taken'));
  const steps: Record<Step, (name: string) => (sql: Sql) => Promise<unknown>> = {
    put: (name) => async (sql) => put(name)(sql),
    putTwo: (name) => async (sql) => {
      await put(name)(sql);
      await put(`${name} again`)(sql);
    },
    throw: (name) => async (sql) => {
      await put(name)(sql);
      throw new Error('no');
    },
    violate: (name) => async (sql) => {
      await put(name)(sql);
      await put('taken')(sql);
    },
    swallow: (name) => async (sql) => {
      await put('taken')(sql).catch(() => undefined);
      await put(name)(sql);
    },
  };
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          step: fc.constantFrom<Step>('put', 'throw', 'violate', 'swallow', 'putTwo'),
          // Whether the next work is queued at once or after the event loop has turned.
          turn: fc.boolean(),
        }),
        { maxLength: 30 },
      ),
      async (works) => {
        run += 1;
        const before = await names(db);
        const answers: Promise<string[]>[] = [];
        for (const [index, { step, turn }] of works.entries()) {
          const name = `${run}.${index}`;
          const done = step === 'putTwo' ? [name, `${name} again`] : [name];
          answers.push(
            db.transact(steps[step](name)).then(
              () => done,
              () => [],
            ),
          );
          if (turn) await new Promise((resolve) => setImmediate(resolve));
        }
        const done = (await Promise.all(answers)).flat();
        expect((await names(db)).toSorted()).toEqual([...before, ...done].toSorted());
        expect(done.length).toBeGreaterThanOrEqual(works.filter(({ step }) => step === 'put').length);
      },
    ),
    { numRuns: 60 },
  );
});

/** Group commit over a connection with a schema of the test's own, without the desk's tables. */
function bareCommit(
  schema: string,
  { file = freshPath(), patience }: { file?: string; patience?: number } = {},
) {
  const connection = new Driver(file, { timeout: 0 });
  onTestFinished(() => {
    connection.close();
  });
  connection.pragma('journal_mode = WAL');
  connection.exec(schema);
  let commits = 0;
  const commit = groupCommit(connection, {
    committed: () => {
      commits += 1;
    },
    report: (bug) => {
      throw bug;
    },
    ...(patience === undefined ? {} : { patience }),
  });
  return { connection, commit, commits: () => commits };
}

/** The smallest work. */
const nothing = () => Promise.resolve();

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Milliseconds of the test's own clock. */
const COMMIT_TAKES = 8;

/** Group commit over a slow disk, by a clock that only commits and the test move; tells the works of each commit. */
function slowCommit() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { connection, commit } = bareCommit('CREATE TABLE thing (name TEXT)');
  const exec = connection.exec.bind(connection);
  const works: number[] = [];
  let sharing = 0;
  connection.exec = (source) => {
    if (source === 'RELEASE work') sharing += 1;
    if (source === 'COMMIT') {
      works.push(sharing);
      sharing = 0;
      vi.advanceTimersByTime(COMMIT_TAKES);
    }
    return exec(source);
  };
  return { commit, transactions: () => works };
}
