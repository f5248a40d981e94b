/** Decisions on annotations: rows are added and read, never changed. */
import type { Sql } from '@/db/database';
import type { Tables } from '@/db/tables';

export type ReviewRow = Tables['review']['$inferSelect'];

export async function insertReview(sql: Sql, row: ReviewRow): Promise<void> {
  await sql.insert(sql.tables.review).values(row);
}
