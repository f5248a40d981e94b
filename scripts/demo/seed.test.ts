import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAnnotations } from '@/db/annotations';
import { findRevision, listArticles } from '@/db/articles';
import type { Database } from '@/db/database';
import { openDatabase } from '@/db/open';
import { isDemo } from '@/db/settings';
import type { Annotation } from '@/domain/annotation';
import type { ArticleSummary } from '@/domain/article';
import { seedDemo } from './seed';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const now = new Date();
let db: Database;
let articles: ArticleSummary[];

beforeAll(async () => {
  db = await openDatabase(`file:${join(folder, 'demo.db')}`);
  await seedDemo(db, now);
  articles = await listArticles(db.sql, {
    search: undefined,
    status: undefined,
    archived: false,
    sort: 'deadline',
    after: undefined,
    limit: 50,
  });
}, 60_000);

afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the demo', () => {
  test('is known as one', async () => {
    expect(await isDemo(db.sql)).toBe(true);
  });

  test('shows articles in every state, one of them overdue', () => {
    expect(articles.map(({ status }) => status).sort()).toEqual([
      'drafting',
      'drafting',
      'inReview',
      'inReview',
      'ready',
    ]);
    expect(
      articles.filter(({ deadline }) => deadline !== undefined && new Date(deadline) < now),
    ).toHaveLength(1);
  });

  test('has an article of five thousand words, and one that is written from right to left', async () => {
    const texts = await Promise.all(articles.map(({ id }) => findRevision(db.sql, id, 1)));
    const words = texts.map((revision) => revision?.text.split(/\s+/).length ?? 0);
    expect(Math.max(...words)).toBeGreaterThan(5000);
    expect(texts.some((revision) => /\p{Script=Arabic}{5}/u.test(revision?.text ?? ''))).toBe(true);
  });

  test('was made in the past, by people who did not decide on their own work', async () => {
    const lists = await Promise.all(
      articles.map(({ id }) => listAnnotations(db.sql, id, { deleted: false })),
    );
    const marks: Annotation[] = lists.flat();
    expect(marks.length).toBeGreaterThan(25);
    for (const { updatedAt, author, review } of marks) {
      expect(updatedAt <= now.toISOString()).toBe(true);
      expect(review?.by.id).not.toBe(author.id);
    }
  });
});
