/** Changes of an article written straight into its log, for tests that need thousands of them. */
import { eq } from 'drizzle-orm';
import { appendChange } from './changes';
import type { Database } from './database';

/** Writes so many changes in one transaction, with the article's place in its log; `fails` undoes them all. */
export async function writeChanges(
  db: Database,
  {
    articleId,
    actorId,
    count,
    fails = false,
  }: {
    readonly articleId: string;
    readonly actorId: string;
    readonly count: number;
    readonly fails?: boolean;
  },
): Promise<void> {
  await db.transact(async (sql) => {
    let seq = 0;
    for (let made = 0; made < count; made += 1) {
      seq = await appendChange(sql, {
        log: articleId,
        actorId,
        at: '2025-03-02T12:00:00.000Z',
        action: 'article.changed',
        subjectId: articleId,
        before: { headline: 'Before' },
        after: { headline: 'After' },
      });
    }
    const { article } = sql.tables;
    await sql.update(article).set({ seq }).where(eq(article.id, articleId));
    if (fails) throw new Error('changed my mind');
  });
}
