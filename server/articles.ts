/** Use cases of articles: list, take in, read, change, archive, bring back. */
import canonicalize from 'canonicalize';
import { z } from 'zod';
import * as queries from '@/db/articles';
import { appendChange } from '@/db/changes';
import type { Sql } from '@/db/database';
import type { Article, ArticleSummary } from '@/domain/article';
import { makeSlug } from '@/domain/article';
import type * as operations from '@/domain/contract/articles';
import type { Operation } from '@/domain/contract/operation';
import { can } from '@/domain/policy';
import { Refusal } from '@/domain/refusal';
import { hashText, type Revision, textOf } from '@/domain/revision';
import { noCounts } from '@/domain/workflow';
import { pageOf, readCursor } from '@/server/cursor';
import { demand, demandVersion } from '@/server/permission';
import { loggedArticle, recordArticle } from '@/server/recording';
import { takeIn } from '@/server/take-in';
import type { Call, UseCase } from '@/server/use-case';

const Place = z.tuple([z.string(), z.string(), z.string()]);

export const list: UseCase<typeof operations.listArticles> = async ({ query, db }) => {
  const { sort, limit, search, status } = query;
  const place = readCursor(
    query.cursor,
    Place.refine(([of]) => of === sort),
  );
  const found = await queries.listArticles(db.sql, {
    search,
    status,
    archived: query.archived === 'true',
    sort,
    after: place === undefined ? undefined : { key: place[1], id: place[2] },
    limit: limit + 1,
  });
  return pageOf(found, limit, (last) => [sort, queries.keyOf(sort, last), last.id]);
};

/** More would not fit on the screen that warns of them. */
const MOST_TWINS = 20;

export const twins: UseCase<typeof operations.findTwins> = async ({ query, db }) => ({
  items: await queries.findTwins(db.sql, query, MOST_TWINS),
});

export const create: UseCase<typeof operations.createArticle> = async (call) => {
  const { actor, body, db, now, newId } = call;
  demand(actor, 'article.create', {});
  const { fields, blocks } = takeIn(body);
  const text = textOf(blocks);
  const revision: Revision = {
    number: 1,
    text,
    blocks,
    sha256: hashText(text),
    createdAt: now,
    createdBy: { id: actor.id, name: actor.name },
  };
  const id = body.id ?? newId();
  const summary = await call.write(async (sql) => {
    const taken = await queries.findArticle(sql, id);
    if (taken !== undefined) {
      const current = await whole(sql, taken);
      throw new Refusal('id-taken', 'There is an article with this id already.', { current });
    }
    const article: ArticleSummary = {
      ...fields,
      id,
      slug: makeSlug(fields.headline, shortIdOf(newId())),
      status: 'drafting',
      version: 1,
      seq: 1,
      counts: noCounts,
      createdAt: now,
      updatedAt: now,
    };
    await queries.insertArticle(sql, article);
    await queries.insertRevision(sql, id, revision);
    await appendChange(sql, {
      log: id,
      actorId: actor.id,
      at: now,
      action: 'article.created',
      subjectId: id,
      before: null,
      after: { ...loggedArticle(article), revision: { number: 1, sha256: revision.sha256 } },
    });
    return article;
  });
  // The text is not part of what is kept under an idempotency key; the first revision never changes.
  return { ...summary, revision: await demandRevision(db.sql, summary.id, 1) };
};

export const read: UseCase<typeof operations.readArticle> = async ({ params, db }) =>
  whole(db.sql, await demandArticle(db.sql, params.id));

export const change: UseCase<typeof operations.changeArticle> = (call) =>
  write(call, 'article.changed', 'article.change', ({ body, now }, article) => {
    const changed = patched(article, body);
    if (canonicalize(changed) === canonicalize(article)) return article;
    return { ...changed, version: article.version + 1, updatedAt: now };
  });

export const archive: UseCase<typeof operations.archiveArticle> = (call) =>
  write(call, 'article.archived', 'article.archive', ({ now }, article) => ({
    ...article,
    archivedAt: now,
    updatedAt: now,
    version: article.version + 1,
  }));

/** Bringing back what is not archived changes nothing, so that asking twice does no harm. */
export const restore: UseCase<typeof operations.restoreArticle> = (call) =>
  write(call, 'article.restored', 'article.restore', ({ now }, { archivedAt, ...article }) =>
    archivedAt === undefined ? article : { ...article, updatedAt: now, version: article.version + 1 },
  );

/** The article that an id or slug names, without its text; refuses where there is none. */
export async function demandArticle(sql: Sql, idOrSlug: string): Promise<ArticleSummary> {
  const article = await queries.findArticle(sql, idOrSlug);
  if (article === undefined) throw new Refusal('not-found', 'There is no article with this id or slug.');
  return article;
}

async function write<Op extends Operation>(
  call: Call<Op>,
  action: Parameters<typeof recordArticle>[1]['action'],
  permission: 'article.change' | 'article.archive' | 'article.restore',
  next: (call: Call<Op>, article: ArticleSummary) => ArticleSummary,
): Promise<Article> {
  const { actor, db, now, params, version } = call;
  const summary = await call.write(async (sql) => {
    const before = await demandArticle(sql, z.object({ id: z.string() }).parse(params).id);
    if (!can(actor, permission, before).allowed) demand(actor, permission, before, await whole(sql, before));
    if (version !== 0 && version !== before.version) demandVersion(version, await whole(sql, before));
    const after = next(call, before);
    if (after.version === before.version) return before;
    return recordArticle(sql, { before, after, action, actorId: actor.id, at: now });
  });
  return whole(db.sql, summary);
}

/** The article with the text of its newest revision. */
async function whole(sql: Sql, article: ArticleSummary): Promise<Article> {
  return { ...article, revision: await demandRevision(sql, article.id) };
}

async function demandRevision(sql: Sql, articleId: string, number?: number): Promise<Revision> {
  const revision = await queries.findRevision(sql, articleId, number);
  if (revision === undefined) throw new Error(`article ${articleId} has no revision ${number ?? ''}`);
  return revision;
}

/** JSON Merge Patch over flat fields: null removes, undefined stays. */
function patched<Fields extends object>(
  article: Fields,
  patch: { readonly [name: string]: unknown },
): Fields {
  const next = new Map(Object.entries(article));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) next.delete(name);
    else if (value !== undefined) next.set(name, value);
  }
  // The contract lets null remove optional fields only.
  return Object.fromEntries(next) as Fields;
}

/** Six characters of an id's random end, enough to tell equal headlines apart. */
function shortIdOf(id: string): string {
  return Number.parseInt(id.slice(-8), 16).toString(36).padStart(7, '0').slice(-7);
}
