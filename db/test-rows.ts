/** Whole rows for tests, so that a test names only what it is about. */
import { randomUUID } from 'node:crypto';
import { noCounts } from '@/domain/workflow';
import type { Sql } from './database';
import { dueOrder, folded, headlineOrder } from './sort-keys';
import type { Tables } from './tables';

const AT = '2025-03-02T12:00:00.000Z';

type Row<Name extends keyof Tables> = Tables[Name]['$inferInsert'];

export function personRow(given: Partial<Row<'user'>> = {}): Row<'user'> {
  const id = given.id ?? randomUUID();
  return {
    id,
    name: 'Test Editor',
    email: `${id}@example.test`,
    role: 'editor',
    disabled: false,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
    ...given,
  };
}

export function articleRow(given: Partial<Row<'article'>> = {}): Row<'article'> {
  const id = given.id ?? randomUUID();
  const headline = given.headline ?? 'Council votes on the bridge';
  const { byKind, byStatus } = noCounts;
  return {
    id,
    slug: `council-votes-${id.slice(0, 8)}`,
    headline,
    language: 'en',
    priority: 'normal',
    status: 'drafting',
    version: 1,
    seq: 0,
    quoteCount: byKind.quote,
    claimCount: byKind.claim,
    eventCount: byKind.event,
    pendingCount: byStatus.pending,
    approvedCount: byStatus.approved,
    rejectedCount: byStatus.rejected,
    changesRequestedCount: byStatus.changesRequested,
    createdAt: AT,
    updatedAt: AT,
    dueOrder: dueOrder(given.deadline ?? undefined),
    headlineOrder: headlineOrder(headline),
    headlineSearch: folded(headline),
    ...given,
  };
}

export function revisionRow(
  given: Partial<Row<'revision'>> & { articleId: string; createdById: string },
): Row<'revision'> {
  const text = given.text ?? 'The council voted on Tuesday. "We will build it," the mayor said.';
  return {
    number: 1,
    blocks: [{ type: 'paragraph', text, marks: [] }],
    text,
    sha256: '0'.repeat(64),
    createdAt: AT,
    ...given,
  };
}

export function annotationRow(
  given: Partial<Row<'annotation'>> & { articleId: string; authorId: string },
): Row<'annotation'> {
  return {
    id: randomUUID(),
    revision: 1,
    kind: 'claim',
    spans: [{ start: 4, end: 11, exact: 'council', prefix: 'The ', suffix: ' voted on Tuesday' }],
    start: 4,
    end: 11,
    details: {},
    labels: [],
    status: 'pending',
    anchor: 'inPlace',
    fingerprint: '0'.repeat(64),
    lastChangedById: given.authorId,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
    ...given,
  };
}

/** Stores a person and an article with its first revision; gives their ids. Only inside `transact`. */
export async function insertArticle(sql: Sql): Promise<{ personId: string; articleId: string }> {
  const person = personRow();
  const article = articleRow();
  await sql.insert(sql.tables.user).values(person);
  await sql.insert(sql.tables.article).values(article);
  await sql
    .insert(sql.tables.revision)
    .values(revisionRow({ articleId: article.id, createdById: person.id }));
  return { personId: person.id, articleId: article.id };
}
