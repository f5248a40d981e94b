import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { readLog } from '@/db/changes';
import type { Database } from '@/db/database';
import { writeChanges } from '@/db/test-changes';
import { testDatabase } from '@/db/test-database';
import { articleRow, personRow } from '@/db/test-rows';
import { streamEvents } from '@/domain/contract/events';
import { openLog } from '@/server/log';
import { type Feed, type NewStream, openFeed } from './feed';

const person = { id: '00000000-0000-4000-8000-00000000000a', name: 'Ada' };

async function feedWithArticles(count: number): Promise<{ db: Database; feed: Feed; ids: string[] }> {
  const db = await testDatabase();
  const articles = Array.from({ length: count }, () => articleRow());
  const ids = articles.map(({ id = '' }) => id);
  await db.transact(async (sql) => {
    await sql.insert(sql.tables.user).values(personRow(person));
    await sql.insert(sql.tables.article).values(articles);
  });
  const feed = openFeed(db, openLog('error'), () => new Date().toISOString());
  onTestFinished(() => feed.close());
  return { db, feed, ids };
}

function asked(given: Pick<NewStream, 'of' | 'articles'>): NewStream {
  return { person, session: 'session', gone: new AbortController().signal, ...given };
}

interface Follower {
  /** The positions that were told, by article, over all its streams. */
  readonly told: ReadonlyMap<string, readonly number[]>;
  /** Breaks its stream within the next bytes, at this part of them; it comes back by itself. */
  cutAt(part: number): void;
  /** Stops reading, or goes on. */
  pause(isPaused: boolean): void;
  /** Resolves when everything up to these positions was told. */
  reach(tips: ReadonlyMap<string, number>): Promise<void>;
}

/** Somebody on a bad network: reads, breaks off in the middle of whatever is told, and comes back to go on. */
function follow(feed: Feed, of: NewStream['of'], ids: readonly string[]): Follower {
  const told = new Map<string, number[]>(ids.map((id) => [id, []]));
  const after = (id: string) => told.get(id)?.at(-1) ?? 0;
  let cut: number | undefined;
  let paused = Promise.resolve();
  let unpause: () => void = () => undefined;
  const hasReached = (tips: ReadonlyMap<string, number>) => [...tips].every(([id, tip]) => after(id) >= tip);
  const waiting: {
    tips: ReadonlyMap<string, number>;
    resolve: () => void;
    reject: (error: unknown) => void;
  }[] = [];

  async function readOneStream(): Promise<void> {
    const articles = ids.map((id) => ({ id, after: after(id) }));
    const reader = (await feed.open(asked({ of, articles }))).getReader();
    const parser = createParser({
      onEvent({ event, data, id }) {
        if (event !== 'change') return;
        const { articleId, position } = streamEvents.change.parse(JSON.parse(data));
        if (of === 'article') expect(id).toBe(String(position));
        told.get(articleId)?.push(position);
      },
    });
    for (;;) {
      await paused;
      const { value, done } = await reader.read();
      if (done) return;
      const part = cut;
      cut = undefined;
      parser.feed(Buffer.from(value.subarray(0, Math.floor(value.length * (part ?? 1)))).toString('latin1'));
      for (const { tips, resolve } of waiting) if (hasReached(tips)) resolve();
      if (part !== undefined) return reader.cancel();
    }
  }

  async function keepReading(): Promise<void> {
    for (;;) await readOneStream();
  }
  keepReading().catch((error: unknown) => {
    for (const { reject } of waiting) reject(error);
  });

  return {
    told,
    cutAt(part) {
      cut = part;
    },
    pause(isPaused) {
      unpause();
      if (isPaused) {
        paused = new Promise((resolve) => {
          unpause = resolve;
        });
      }
    },
    reach: (tips) =>
      new Promise((resolve, reject) => {
        waiting.push({ tips, resolve, reject });
        if (hasReached(tips)) resolve();
      }),
  };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ write: fc.integer({ min: 1, max: 40 }), article: fc.nat(2), fails: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ cut: fc.double({ min: 0, max: 1, noNaN: true }), follower: fc.nat(3) }),
  },
  { weight: 2, arbitrary: fc.record({ pause: fc.boolean(), follower: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ turns: fc.integer({ min: 1, max: 30 }) }) },
);

it('every follower is told every change once and in order, however they and the writers interleave', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
      const { db, feed, ids } = await feedWithArticles(3);
      const followers = [
        follow(feed, 'desk', ids),
        follow(feed, 'desk', ids.slice(1)),
        ...ids.slice(0, 2).map((id) => follow(feed, 'article', [id])),
      ];
      const tips = new Map(ids.map((id) => [id, 0]));
      const writes: Promise<unknown>[] = [];
      for (const one of steps) {
        if ('write' in one) {
          const { write: count, fails } = one;
          const articleId = ids[one.article] ?? '';
          if (!fails) tips.set(articleId, (tips.get(articleId) ?? 0) + count);
          const write = writeChanges(db, { articleId, actorId: person.id, count, fails });
          writes.push(
            write.catch((error: unknown) => expect(error).toMatchObject({ message: 'changed my mind' })),
          );
        } else if ('cut' in one) followers[one.follower]?.cutAt(one.cut);
        else if ('pause' in one) followers[one.follower]?.pause(one.pause);
        else for (let turn = 0; turn < one.turns; turn += 1) await nextTurn();
      }
      await Promise.all(writes);
      for (const follower of followers) {
        follower.pause(false);
        await follower.reach(new Map([...follower.told.keys()].map((id) => [id, tips.get(id) ?? 0])));
        for (const [id, positions] of follower.told) {
          expect(positions).toEqual(Array.from({ length: tips.get(id) ?? 0 }, (_, index) => index + 1));
        }
      }
      feed.close();
    }),
    { numRuns: 30 },
  );
});

it('tells nothing that another connection cannot read yet', async () => {
  const { db, feed, ids } = await feedWithArticles(1);
  const [id = ''] = ids;
  const reader = (await feed.open(asked({ of: 'article', articles: [{ id, after: 0 }] }))).getReader();
  const writes = Array.from({ length: 20 }, () =>
    writeChanges(db, { articleId: id, actorId: person.id, count: 5 }),
  );
  let last = 0;
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'change') last = streamEvents.change.parse(JSON.parse(data)).position;
    },
  });
  while (last < 100) {
    parser.feed(Buffer.from((await reader.read()).value ?? []).toString());
    const [row] = await readLog(db.sql, id, { after: last - 1, limit: 1 });
    if (last > 0) expect(row?.position).toBe(last);
  }
  await Promise.all(writes);
});

it('a wake-up that is lost costs a moment, never a change', async () => {
  const { db, ids } = await feedWithArticles(1);
  const [id = ''] = ids;
  // As when another program writes, which tells this one nothing.
  const deaf: Database = { ...db, changed: () => () => undefined };
  const feed = openFeed(deaf, openLog('error'), () => new Date().toISOString());
  onTestFinished(() => feed.close());
  const follower = follow(feed, 'article', [id]);
  await nextTurn();
  await writeChanges(db, { articleId: id, actorId: person.id, count: 3 });
  await follower.reach(new Map([[id, 3]]));
  expect(follower.told.get(id)).toEqual([1, 2, 3]);
});
