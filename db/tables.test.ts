import { randomUUID } from 'node:crypto';
import Driver from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { freshPath, testDatabase } from './test-database';
import { annotationRow, articleRow, insertArticle, personRow, revisionRow } from './test-rows';
import { isUniqueViolation } from './unique-violation';

test('a mark comes back as it was put, JSON and absent fields included', async () => {
  const db = await testDatabase();
  const row = await db.transact(async (sql) => {
    const { articleId, personId } = await insertArticle(sql);
    const mark = annotationRow({
      articleId,
      authorId: personId,
      kind: 'quote',
      details: { directness: 'direct', speaker: { name: 'Élodie “Lo” Nuñez 🕊️' } },
      labels: ['check', ''],
    });
    await sql.insert(sql.tables.annotation).values(mark);
    return mark;
  });
  const [found] = await db.sql
    .select()
    .from(db.tables.annotation)
    .where(eq(db.tables.annotation.id, row.id ?? ''));
  expect(found).toEqual({ ...row, note: null, deletedAt: null });
});

test('a JSON column that holds what does not fit its schema is not read as if it did', async () => {
  const path = freshPath();
  const db = await testDatabase(path);
  await db.transact(async (sql) => {
    const { articleId, personId } = await insertArticle(sql);
    await sql.insert(sql.tables.annotation).values(annotationRow({ articleId, authorId: personId }));
  });
  const other = new Driver(path);
  other.exec(`UPDATE annotation SET spans = '[{"start":-1}]'`);
  other.close();
  await expect(db.sql.select().from(db.tables.annotation)).rejects.toThrow(/before the text begins/);
});

const twins = [
  ['an e-mail address', 'user', () => [personRow({ email: 'a@b.test' }), personRow({ email: 'a@b.test' })]],
  ['a slug', 'article', () => [articleRow({ slug: 'one-abcdef' }), articleRow({ slug: 'one-abcdef' })]],
] as const;

test.each(twins)('%s is taken once', async (_, table, rows) => {
  const db = await testDatabase();
  const outcomes = await Promise.allSettled(
    rows().map((row) => db.transact((sql) => sql.insert(sql.tables[table]).values(row))),
  );
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.some((outcome) => outcome.status === 'rejected' && isUniqueViolation(outcome.reason))).toBe(
    true,
  );
});

test('a mark cannot point into a text that its article does not have', async () => {
  const db = await testDatabase();
  const { articleId, personId } = await db.transact(insertArticle);
  const put = (revision: number) =>
    db.transact((sql) =>
      sql.insert(sql.tables.annotation).values(annotationRow({ articleId, authorId: personId, revision })),
    );
  await expect(put(2)).rejects.toThrow(/FOREIGN KEY/);
  await db.transact((sql) =>
    sql.insert(sql.tables.revision).values(revisionRow({ articleId, createdById: personId, number: 2 })),
  );
  await put(2);
});

const questions = [
  ['articles by deadline', 'SELECT * FROM article ORDER BY dueOrder, id LIMIT 50', 'article_due'],
  ['articles by headline', 'SELECT * FROM article ORDER BY headlineOrder, id LIMIT 50', 'article_headline'],
  [
    'articles by last change',
    'SELECT * FROM article ORDER BY updatedAt DESC, id DESC LIMIT 50',
    'article_updated',
  ],
  [
    'articles by arrival',
    'SELECT * FROM article ORDER BY createdAt DESC, id DESC LIMIT 50',
    'article_created',
  ],
  ['the same text', "SELECT articleId FROM revision WHERE sha256 = 'x'", 'revision_sha256'],
  ['the same source', "SELECT id FROM article WHERE sourceUrl = 'x'", 'article_sourceUrl'],
  [
    'marks in text order',
    "SELECT * FROM annotation WHERE articleId = 'x' ORDER BY start, end, id",
    'annotation_place',
  ],
  [
    'a log after a position',
    "SELECT * FROM change WHERE log = 'x' AND position > 5 ORDER BY position",
    'change_position',
  ],
  ['the history of a thing', "SELECT * FROM change WHERE subjectId = 'x' ORDER BY seq", 'change_subject'],
  [
    'the newest decision',
    "SELECT * FROM review WHERE annotationId = 'x' ORDER BY version DESC LIMIT 1",
    'review_version',
  ],
  ['answers that are too old', "SELECT * FROM idempotency WHERE at < 'x'", 'idempotency_at'],
] as const;

test.each(questions)('%s are found and ordered by an index', async (_, query, index) => {
  const path = freshPath();
  await testDatabase(path);
  const other = new Driver(path, { readonly: true });
  const plan = other.prepare(`EXPLAIN QUERY PLAN ${query}`).all();
  other.close();
  expect(plan).toEqual([expect.objectContaining({ detail: expect.stringContaining(index) })]);
});

test('everything that names a person or an article needs one that is there', async () => {
  const db = await testDatabase();
  const nobody = randomUUID();
  const { articleId } = await db.transact(insertArticle);
  await expect(
    db.transact((sql) =>
      sql.insert(sql.tables.annotation).values(annotationRow({ articleId, authorId: nobody })),
    ),
  ).rejects.toThrow(/FOREIGN KEY/);
});
