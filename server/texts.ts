/** The texts of revisions, which never change: those in use are kept in memory, so that a write does not read a book. */
import { findNewestNumber, findText } from '@/db/articles';
import type { Database, Sql } from '@/db/database';
import { Recent } from '@/server/recent';

type Text = NonNullable<Awaited<ReturnType<typeof findText>>>;

/** More articles than are worked on at once; a long one takes a megabyte. */
const MOST_TEXTS = 50;

const kept = new WeakMap<Database, Recent<Text>>();

/** Number, text and hash of a revision of an article that exists: the one of this number, or the newest. */
export async function readText(db: Database, sql: Sql, articleId: string, number?: number): Promise<Text> {
  const texts = kept.get(db) ?? new Recent<Text>(MOST_TEXTS);
  kept.set(db, texts);
  const wanted = number ?? (await findNewestNumber(sql, articleId));
  const key = `${articleId} ${wanted}`;
  const found = texts.get(key) ?? (await findText(sql, articleId, wanted));
  if (found === undefined) throw new Error(`article ${articleId} has no revision ${wanted}`);
  texts.keep(key, found);
  return found;
}
