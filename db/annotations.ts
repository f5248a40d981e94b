/** Annotations as the desk knows them: rows joined with their people and their newest decision. */
import { aliasedTable, and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm';

import type { Sql } from '@/db/database';
import { givenChange, givenRow, givenText } from '@/db/given';
import type { ReviewRow } from '@/db/reviews';
import type { Tables } from '@/db/tables';
import type { Annotation, AnnotationStatus, Decided } from '@/domain/annotation';
import type { Kind, Tagging } from '@/domain/kinds';
import type { Person } from '@/domain/person';

type AnnotationRow = Tables['annotation']['$inferSelect'];

export interface AnnotationFilter {
  readonly kind?: Kind | undefined;
  readonly status?: AnnotationStatus | undefined;
  readonly author?: string | undefined;
  readonly revision?: number | undefined;
  /** The deleted ones instead of those that stand. */
  readonly deleted: boolean;
}

/** One annotation, deleted or not. */
export async function findAnnotation(sql: Sql, id: string): Promise<Annotation | undefined> {
  const rows = await sql.ask(rowById, { id });
  // An id that is new to the desk, as with every mark that is made, has no decisions.
  if (rows.length === 0) return undefined;
  const [found] = annotationsOf(rows, await sql.ask(decisionsById, { id }));
  return found;
}

const rowById = (sql: Sql) => selectRows(sql, eq(sql.tables.annotation.id, givenText('id')));
const decisionsById = (sql: Sql) => selectDecisions(sql, eq(sql.tables.annotation.id, givenText('id')));

/** The annotations of an article that pass the filter, in text order. */
export async function listAnnotations(
  sql: Sql,
  articleId: string,
  filter: AnnotationFilter,
): Promise<Annotation[]> {
  const where = filtered(sql, articleId, filter);
  return annotationsOf(await selectRows(sql, where), await selectDecisions(sql, where));
}

/** The same in compact form, read from the annotations' own rows alone. */
export async function listMarks(sql: Sql, articleId: string, filter: AnnotationFilter) {
  const { annotation } = sql.tables;
  const rows = await sql
    .select({
      id: annotation.id,
      spans: annotation.spans,
      kind: annotation.kind,
      status: annotation.status,
      authorId: annotation.authorId,
      version: annotation.version,
    })
    .from(annotation)
    .where(filtered(sql, articleId, filter))
    .orderBy(asc(annotation.start), asc(annotation.end), asc(annotation.id));
  return rows.map((row) => ({ ...row, spans: row.spans.map(({ start, end }) => ({ start, end })) }));
}

export async function insertAnnotation(sql: Sql, annotation: Annotation, fingerprint: string): Promise<void> {
  await sql.ask(insertion, rowOf(annotation, fingerprint));
}

const insertion = (sql: Sql) => sql.insert(sql.tables.annotation).values(givenRow(sql.tables.annotation));

export async function updateAnnotation(sql: Sql, annotation: Annotation, fingerprint: string): Promise<void> {
  await sql.ask(update, rowOf(annotation, fingerprint));
}

const update = (sql: Sql) => {
  const { annotation } = sql.tables;
  return sql
    .update(annotation)
    .set(givenChange(annotation))
    .where(eq(annotation.id, givenText('id')));
};

function filtered(sql: Sql, articleId: string, filter: AnnotationFilter) {
  const { annotation } = sql.tables;
  return and(
    eq(annotation.articleId, articleId),
    filter.deleted ? isNotNull(annotation.deletedAt) : isNull(annotation.deletedAt),
    filter.kind === undefined ? undefined : eq(annotation.kind, filter.kind),
    filter.status === undefined ? undefined : eq(annotation.status, filter.status),
    filter.author === undefined ? undefined : eq(annotation.authorId, filter.author),
    filter.revision === undefined ? undefined : eq(annotation.revision, filter.revision),
  );
}

/** Annotations with their people, in text order. */
function selectRows(sql: Sql, where: SQL | undefined) {
  const { annotation, user } = sql.tables;
  const author = aliasedTable(user, 'author');
  const changer = aliasedTable(user, 'changer');
  return sql
    .select({
      annotation,
      author: { id: author.id, name: author.name },
      lastChangedBy: { id: changer.id, name: changer.name },
    })
    .from(annotation)
    .innerJoin(author, eq(author.id, annotation.authorId))
    .innerJoin(changer, eq(changer.id, annotation.lastChangedById))
    .where(where)
    .orderBy(asc(annotation.start), asc(annotation.end), asc(annotation.id));
}

/** All decisions on the annotations that the condition picks, oldest first. */
function selectDecisions(sql: Sql, where: SQL | undefined) {
  const { annotation, review, user } = sql.tables;
  return sql
    .select({ review, by: { id: user.id, name: user.name } })
    .from(review)
    .innerJoin(annotation, eq(annotation.id, review.annotationId))
    .innerJoin(user, eq(user.id, review.byId))
    .where(where)
    .orderBy(asc(review.version));
}

/** The annotations that the rows tell of, each with its newest decision. */
function annotationsOf(
  rows: Awaited<ReturnType<typeof selectRows>>,
  decisions: Awaited<ReturnType<typeof selectDecisions>>,
): Annotation[] {
  const newest = new Map(decisions.map((decision) => [decision.review.annotationId, decision]));
  return rows.map((row) => {
    const decision = newest.get(row.annotation.id);
    return annotationOf(row.annotation, row.author, row.lastChangedBy, decision?.review, decision?.by);
  });
}

function annotationOf(
  row: AnnotationRow,
  author: Person,
  lastChangedBy: Person,
  review: ReviewRow | undefined,
  reviewer: Person | undefined,
): Annotation {
  return {
    id: row.id,
    articleId: row.articleId,
    revision: row.revision,
    ...taggingOf(row),
    spans: row.spans,
    labels: row.labels,
    ...(row.note === null ? {} : { note: row.note }),
    status: row.status,
    anchor: row.anchor,
    author,
    lastChangedBy,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    ...(row.deletedAt === null ? {} : { deletedAt: row.deletedAt }),
    ...decisionOf(row, review, reviewer),
  };
}

/** Kind and details were checked together before they were stored. */
function taggingOf({ kind, details }: AnnotationRow): Tagging {
  return { kind, details } as unknown as Tagging;
}

/** The newest decision while it is not withdrawn, and what it was about while that is not what the mark is now. */
function decisionOf(
  row: AnnotationRow,
  review: ReviewRow | undefined,
  reviewer: Person | undefined,
): Pick<Annotation, 'review'> & { reopenedFrom?: Decided } {
  if (review === undefined || reviewer === undefined || review.decision === 'withdraw') return {};
  const { decision, reason, note, at } = review;
  return {
    review: {
      decision,
      ...(reason === null ? {} : { reason }),
      ...(note === null ? {} : { note }),
      by: reviewer,
      at,
    },
    ...(review.fingerprint === row.fingerprint ? {} : { reopenedFrom: review.decided }),
  };
}

function rowOf(annotation: Annotation, fingerprint: string): AnnotationRow {
  const { author, lastChangedBy, review: _, reopenedFrom: __, note, deletedAt, ...same } = annotation;
  return {
    ...same,
    start: Math.min(...annotation.spans.map((span) => span.start)),
    end: Math.max(...annotation.spans.map((span) => span.end)),
    note: note ?? null,
    deletedAt: deletedAt ?? null,
    fingerprint,
    authorId: author.id,
    lastChangedById: lastChangedBy.id,
  };
}
