/** Use cases of annotations: make, list, read, change, delete, restore, decide, look back. */
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { findAnnotation, listAnnotations, listMarks } from '@/db/annotations';
import { findArticle } from '@/db/articles';
import { readHistory } from '@/db/changes';
import type { Sql } from '@/db/database';
import { findPeople } from '@/db/people';
import { insertReview } from '@/db/reviews';
import { readSettings } from '@/db/settings';
import * as annotating from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import type { ArticleSummary } from '@/domain/article';
import { DESK_LOG } from '@/domain/change';
import type * as operations from '@/domain/contract/annotations';
import type { Operation } from '@/domain/contract/operation';
import { Refusal } from '@/domain/refusal';
import { fingerprint } from '@/domain/review';
import { demandArticle } from '@/server/articles';
import { pageOf, readCursor } from '@/server/cursor';
import { invalid } from '@/server/http/problem';
import { demand, demandVersion } from '@/server/permission';
import { recordAnnotation } from '@/server/recording';
import { readText } from '@/server/texts';
import type { Call, UseCase } from '@/server/use-case';

export const list: UseCase<typeof operations.listAnnotations> = async ({ params, query, db }) => {
  const article = await demandArticle(db.sql, params.id);
  const filter = { ...query, deleted: query.deleted === 'true' };
  // The place in the log was read before the items, so that it never claims to have seen more than they show.
  const { seq } = article;
  return query.view === 'marks'
    ? { items: await listMarks(db.sql, article.id, filter), seq }
    : { items: await listAnnotations(db.sql, article.id, filter), seq };
};

export const create: UseCase<typeof operations.createAnnotation> = async (call) =>
  call.write(async (sql) => {
    const { actor, body, db, newId, now, params } = call;
    const article = await demandArticle(sql, params.id);
    demand(actor, 'annotation.create', article, article);
    const taken = body.id === undefined ? undefined : await findAnnotation(sql, body.id);
    if (taken !== undefined) {
      throw new Refusal('id-taken', 'There is a mark with this id already.', { current: taken });
    }
    const revision = await readText(db, sql, article.id);
    if (body.revision !== revision.number) {
      throw invalid('revision', `is not the present one, which is ${revision.number}`);
    }
    const place = { id: body.id ?? newId(), articleId: article.id };
    const after = annotating.makeAnnotation(body, place, {
      text: revision.text,
      by: personOf(call),
      at: now,
    });
    const deed = { action: 'annotation.created', actorId: actor.id, at: now } as const;
    await recordAnnotation(sql, { article, text: revision.text, before: undefined, after, ...deed });
    return after;
  });

export const read: UseCase<typeof operations.readAnnotation> = ({ params, db }) =>
  demandAnnotation(db.sql, params.id);

export const change: UseCase<typeof operations.changeAnnotation> = (call) =>
  call.write(async (sql) => {
    const found = await load(call, sql);
    demand(call.actor, 'annotation.change', subjectOf(found), found.annotation);
    demandVersion(call.version, found.annotation);
    const after = annotating.changeAnnotation(found.annotation, call.body, actOf(call, found));
    if (isSame(found.annotation, after)) return found.annotation;
    return record(sql, call, found, after, 'annotation.changed');
  });

export const remove: UseCase<typeof operations.deleteAnnotation> = (call) =>
  call.write(async (sql) => {
    const found = await load(call, sql);
    demand(call.actor, 'annotation.delete', subjectOf(found), found.annotation);
    demandVersion(call.version, found.annotation);
    const after = annotating.deleteAnnotation(found.annotation, { at: call.now });
    return record(sql, call, found, after, 'annotation.deleted');
  });

/** Restoring what stands changes nothing, so that asking twice does no harm. */
export const restore: UseCase<typeof operations.restoreAnnotation> = (call) =>
  call.write(async (sql) => {
    const found = await load(call, sql);
    demand(call.actor, 'annotation.restore', subjectOf(found), found.annotation);
    if (found.annotation.deletedAt === undefined) return found.annotation;
    const after = annotating.restoreAnnotation(found.annotation, { at: call.now });
    return record(sql, call, found, after, 'annotation.restored');
  });

export const review: UseCase<typeof operations.reviewAnnotation> = (call) =>
  call.write(async (sql) => {
    const { actor, body, newId, now, version } = call;
    const found = await load(call, sql);
    const { annotation } = found;
    if (body.decision === 'withdraw') {
      demand(
        actor,
        'review.withdraw',
        { ...subjectOf(found), decidedById: annotation.review?.by.id },
        annotation,
      );
    } else {
      const { onePersonDesk } = await readSettings(sql);
      const people = { authorId: annotation.author.id, lastChangedById: annotation.lastChangedBy.id };
      demand(actor, 'review.decide', { ...subjectOf(found), ...people, onePersonDesk }, annotation);
    }
    demandVersion(version, annotation);
    const after = annotating.reviewAnnotation(annotation, body, actOf(call, found));
    const decided = annotating.decidedPart(annotation);
    await insertReview(sql, {
      id: newId(),
      annotationId: annotation.id,
      version: after.version,
      decision: body.decision,
      reason: body.reason ?? null,
      note: body.note ?? null,
      byId: actor.id,
      at: now,
      fingerprint: fingerprint(found.text, decided),
      decided,
      revision: annotation.revision,
      revisionSha256: found.sha256,
    });
    return record(sql, call, found, after, 'annotation.reviewed');
  });

export const history: UseCase<typeof operations.readAnnotationHistory> = async ({ params, query, db }) => {
  await demandAnnotation(db.sql, params.id);
  const after = readCursor(query.cursor, z.tuple([z.int().positive()]))?.[0];
  const rows = await readHistory(db.sql, params.id, {
    ...(after === undefined ? {} : { after }),
    limit: query.limit + 1,
  });
  const page = pageOf(rows, query.limit, ({ seq }) => [seq]);
  const people = await findPeople(db.sql, new Set(page.items.map(({ actorId }) => actorId)));
  const items = page.items.map(({ log, actorId, previousHash: _, hash: __, ...same }) => ({
    ...same,
    ...(log === DESK_LOG ? {} : { articleId: log }),
    by: people.get(actorId) ?? { id: actorId, name: 'Somebody' },
  }));
  return { ...page, items };
};

/** An annotation with what writing it takes: its article, and the text that it points into. */
interface Found {
  readonly annotation: Annotation;
  readonly article: ArticleSummary;
  readonly text: string;
  readonly sha256: string;
}

async function load(
  { db, params }: Pick<Call<typeof operations.readAnnotation>, 'db' | 'params'>,
  sql: Sql,
): Promise<Found> {
  const annotation = await demandAnnotation(sql, params.id);
  const article = await findArticle(sql, annotation.articleId);
  if (article === undefined) throw new Error(`annotation ${annotation.id} has no article`);
  const { text, sha256 } = await readText(db, sql, article.id, annotation.revision);
  return { annotation, article, text, sha256 };
}

async function record(
  sql: Sql,
  { actor, now }: Call<Operation>,
  found: Found,
  after: Annotation,
  action: Parameters<typeof recordAnnotation>[1]['action'],
): Promise<Annotation> {
  const { article, text, annotation: before } = found;
  await recordAnnotation(sql, { article, text, before, after, action, actorId: actor.id, at: now });
  return after;
}

async function demandAnnotation(sql: Sql, id: string): Promise<Annotation> {
  const annotation = await findAnnotation(sql, id);
  if (annotation === undefined) throw new Refusal('not-found', 'There is no mark with this id.');
  return annotation;
}

function subjectOf({ annotation, article }: Found) {
  return { archivedAt: article.archivedAt, deletedAt: annotation.deletedAt };
}

function actOf(call: Call<Operation>, { text }: Found): annotating.Act {
  return { text, by: personOf(call), at: call.now };
}

function personOf({ actor: { id, name } }: Call<Operation>) {
  return { id, name };
}

/** Whether a change left everything as it was, but for the traces that every change leaves. */
function isSame(before: Annotation, after: Annotation): boolean {
  const traceless = { version: before.version, updatedAt: before.updatedAt };
  return canonicalize(before) === canonicalize({ ...after, ...traceless });
}
