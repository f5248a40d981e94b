/** Decisions on annotations: rows are added and read, never changed. */
import { asc, eq } from 'drizzle-orm';
import type { Sql } from '@/db/database';
import type { Tables } from '@/db/tables';
import type { ReviewRecord } from '@/domain/export/review-record';

export type ReviewRow = Tables['review']['$inferSelect'];

export async function insertReview(sql: Sql, row: ReviewRow): Promise<void> {
  await sql.insert(sql.tables.review).values(row);
}

/** Every decision on the annotations of an article, withdrawals and deleted annotations included, oldest first. */
export async function listReviews(sql: Sql, articleId: string): Promise<ReviewRecord[]> {
  const { annotation, review, user } = sql.tables;
  const rows = await sql
    .select({ review, by: { id: user.id, name: user.name } })
    .from(review)
    .innerJoin(annotation, eq(annotation.id, review.annotationId))
    .innerJoin(user, eq(user.id, review.byId))
    .where(eq(annotation.articleId, articleId))
    .orderBy(asc(review.at), asc(review.annotationId), asc(review.version));
  return rows.map(({ review: { byId: _, reason, note, ...same }, by }) => ({
    ...same,
    by,
    ...(reason === null ? {} : { reason }),
    ...(note === null ? {} : { note }),
  }));
}
