/** Articles and their revisions. */
import {
  and,
  asc,
  type Column,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  sql as raw,
} from 'drizzle-orm';
import type { Sql } from '@/db/database';
import { givenChange, givenText } from '@/db/given';
import { dueOrder, folded, headlineOrder } from '@/db/sort-keys';
import type { Tables } from '@/db/tables';
import type { ArticleStatus, ArticleSummary } from '@/domain/article';
import type { articleSorts } from '@/domain/contract/articles';
import type { Revision } from '@/domain/revision';

type ArticleRow = Tables['article']['$inferSelect'];
export type ArticleSort = (typeof articleSorts)[number];

/** Where a page of a list ended: the value ordered by, and the id among equals. */
export interface ListPlace {
  readonly key: string;
  readonly id: string;
}

/** An article by id or slug, without its text. */
export async function findArticle(sql: Sql, idOrSlug: string): Promise<ArticleSummary | undefined> {
  const [row] = await sql.ask(articleByIdOrSlug, { idOrSlug });
  return row === undefined ? undefined : summaryOf(row);
}

const articleByIdOrSlug = (sql: Sql) => {
  const { article } = sql.tables;
  // Ids hold hyphens at fixed places only, slugs end in a short id: no value is both.
  return sql
    .select()
    .from(article)
    .where(or(eq(article.id, givenText('idOrSlug')), eq(article.slug, givenText('idOrSlug'))));
};

/** The position of the newest change in an article's log; 0 for an article that is not there. */
export async function findLogPosition(sql: Sql, articleId: string): Promise<number> {
  const [row] = await sql.ask(logPosition, { articleId });
  return row?.seq ?? 0;
}

const logPosition = (sql: Sql) => {
  const { article } = sql.tables;
  return sql
    .select({ seq: article.seq })
    .from(article)
    .where(eq(article.id, givenText('articleId')));
};

/** What lists are ordered by: the column, the direction, and the value that a cursor keeps. */
export function keyOf(sort: ArticleSort, article: ArticleSummary): string {
  switch (sort) {
    case 'deadline':
      return dueOrder(article.deadline);
    case 'headline':
      return headlineOrder(article.headline);
    case 'updated':
      return article.updatedAt;
    case 'created':
      return article.createdAt;
  }
}

/** Articles in order after a place, at most `limit`: soonest deadline, first letter, or newest first. */
export async function listArticles(
  sql: Sql,
  wanted: {
    readonly search: string | undefined;
    readonly status: ArticleStatus | undefined;
    readonly archived: boolean;
    readonly sort: ArticleSort;
    readonly after: ListPlace | undefined;
    readonly limit: number;
  },
): Promise<ArticleSummary[]> {
  const { article } = sql.tables;
  const { column, newestFirst } = orderOf(sql, wanted.sort);
  const [beyond, direction] = newestFirst ? ([lt, desc] as const) : ([gt, asc] as const);
  const { after } = wanted;
  const words = folded(wanted.search ?? '').split(' ');
  const rows = await sql
    .select()
    .from(article)
    .where(
      and(
        wanted.archived ? isNotNull(article.archivedAt) : isNull(article.archivedAt),
        wanted.status === undefined ? undefined : eq(article.status, wanted.status),
        ...words.filter((word) => word !== '').map((word) => holds(article.headlineSearch, word)),
        after === undefined
          ? undefined
          : or(beyond(column, after.key), and(eq(column, after.key), beyond(article.id, after.id))),
      ),
    )
    .orderBy(direction(column), direction(article.id))
    .limit(wanted.limit);
  return rows.map(summaryOf);
}

/** Articles one of whose revisions has this hash, or that name this source address; at most `limit`, oldest first. */
export async function findTwins(
  sql: Sql,
  { sha256, sourceUrl }: { readonly sha256?: string | undefined; readonly sourceUrl?: string | undefined },
  limit: number,
): Promise<ArticleSummary[]> {
  const { article, revision } = sql.tables;
  const sameText =
    sha256 === undefined
      ? undefined
      : inArray(
          article.id,
          sql.select({ id: revision.articleId }).from(revision).where(eq(revision.sha256, sha256)),
        );
  const sameSource = sourceUrl === undefined ? undefined : eq(article.sourceUrl, sourceUrl);
  const same = or(sameText, sameSource);
  if (same === undefined) return [];
  const rows = await sql
    .select()
    .from(article)
    .where(same)
    .orderBy(asc(article.createdAt), asc(article.id))
    .limit(limit);
  return rows.map(summaryOf);
}

export async function insertArticle(sql: Sql, article: ArticleSummary): Promise<void> {
  await sql.insert(sql.tables.article).values(rowOf(article));
}

/** Writes the article as it is now, what is derived from it included. */
export async function updateArticle(sql: Sql, article: ArticleSummary): Promise<void> {
  await sql.ask(update, rowOf(article));
}

const update = (sql: Sql) => {
  const { article } = sql.tables;
  return sql
    .update(article)
    .set(givenChange(article))
    .where(eq(article.id, givenText('id')));
};

export async function insertRevision(sql: Sql, articleId: string, revision: Revision): Promise<void> {
  const { createdBy, note, ...same } = revision;
  await sql
    .insert(sql.tables.revision)
    .values({ ...same, articleId, createdById: createdBy.id, note: note ?? null });
}

/** A revision of an article: the one of this number, or the newest. */
export async function findRevision(
  sql: Sql,
  articleId: string,
  number?: number,
): Promise<Revision | undefined> {
  const { revision, user } = sql.tables;
  const [row] = await sql
    .select({ revision, createdBy: { id: user.id, name: user.name } })
    .from(revision)
    .innerJoin(user, eq(user.id, revision.createdById))
    .where(
      and(eq(revision.articleId, articleId), number === undefined ? undefined : eq(revision.number, number)),
    )
    .orderBy(desc(revision.number))
    .limit(1);
  if (row === undefined) return undefined;
  const { articleId: _, createdById: __, note, ...same } = row.revision;
  return { ...same, createdBy: row.createdBy, ...(note === null ? {} : { note }) };
}

/** Number, text and hash of a revision, without its blocks. */
export async function findText(
  sql: Sql,
  articleId: string,
  number: number,
): Promise<Pick<Revision, 'number' | 'text' | 'sha256'> | undefined> {
  const { revision } = sql.tables;
  const [row] = await sql
    .select({ number: revision.number, text: revision.text, sha256: revision.sha256 })
    .from(revision)
    .where(and(eq(revision.articleId, articleId), eq(revision.number, number)));
  return row;
}

/** The number of an article's newest revision; 0 when there is none. */
export async function findNewestNumber(sql: Sql, articleId: string): Promise<number> {
  const [row] = await sql.ask(newestNumber, { articleId });
  return row?.number ?? 0;
}

const newestNumber = (sql: Sql) => {
  const { revision } = sql.tables;
  return sql
    .select({ number: revision.number })
    .from(revision)
    .where(eq(revision.articleId, givenText('articleId')))
    .orderBy(desc(revision.number))
    .limit(1);
};

function orderOf(sql: Sql, sort: ArticleSort) {
  const { article } = sql.tables;
  switch (sort) {
    case 'deadline':
      return { column: article.dueOrder, newestFirst: false };
    case 'headline':
      return { column: article.headlineOrder, newestFirst: false };
    case 'updated':
      return { column: article.updatedAt, newestFirst: true };
    case 'created':
      return { column: article.createdAt, newestFirst: true };
  }
}

/** Both sides are folded, so that engines with and without case-blind `like` agree. */
function holds(column: Column, word: string) {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  return raw`${column} like ${pattern} escape '\\'`;
}

function summaryOf(row: ArticleRow): ArticleSummary {
  const { byline, source, sourceUrl, publishedOn, deadline, desk, archivedAt } = row;
  const absent = { byline, source, sourceUrl, publishedOn, deadline, desk, archivedAt };
  return {
    id: row.id,
    slug: row.slug,
    headline: row.headline,
    language: row.language,
    priority: row.priority,
    ...present(absent),
    status: row.status,
    version: row.version,
    seq: row.seq,
    counts: {
      byKind: { quote: row.quoteCount, claim: row.claimCount, event: row.eventCount },
      byStatus: {
        pending: row.pendingCount,
        approved: row.approvedCount,
        rejected: row.rejectedCount,
        changesRequested: row.changesRequestedCount,
      },
    },
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** The fields that are not null: what a column records as empty is absent outside. */
function present<Fields extends Record<string, string | null>>(
  fields: Fields,
): { [Name in keyof Fields]?: string } {
  const filled = Object.entries(fields).filter(([, value]) => value !== null);
  // Only nulls were taken out.
  return Object.fromEntries(filled) as { [Name in keyof Fields]?: string };
}

function rowOf(article: ArticleSummary): ArticleRow {
  const { counts, ...same } = article;
  return {
    ...same,
    byline: article.byline ?? null,
    source: article.source ?? null,
    sourceUrl: article.sourceUrl ?? null,
    publishedOn: article.publishedOn ?? null,
    deadline: article.deadline ?? null,
    desk: article.desk ?? null,
    archivedAt: article.archivedAt ?? null,
    quoteCount: counts.byKind.quote,
    claimCount: counts.byKind.claim,
    eventCount: counts.byKind.event,
    pendingCount: counts.byStatus.pending,
    approvedCount: counts.byStatus.approved,
    rejectedCount: counts.byStatus.rejected,
    changesRequestedCount: counts.byStatus.changesRequested,
    dueOrder: dueOrder(article.deadline),
    headlineOrder: headlineOrder(article.headline),
    headlineSearch: folded(article.headline),
  };
}
