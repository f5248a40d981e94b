/** The tables in SQLite's words: what queries use at run time and what drizzle-kit reads to write migrations. */
import { sqliteWords } from '@/db/columns';
import { declareTables, type Tables } from '@/db/tables';

export const tables: Tables = declareTables(sqliteWords);
export const {
  user,
  session,
  setUpLink,
  article,
  revision,
  annotation,
  review,
  change,
  idempotency,
  setting,
} = tables;
