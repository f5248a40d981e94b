/**
 * The only writers of annotations and articles that exist already: each puts the new state, what is derived from it and
 * its line in the log down together, inside the caller's transaction.
 */
import { insertAnnotation, updateAnnotation } from '@/db/annotations';
import { updateArticle } from '@/db/articles';
import { appendChange } from '@/db/changes';
import type { Sql } from '@/db/database';
import { decidedPart } from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import type { ArticleSummary } from '@/domain/article';
import type { ChangeAction } from '@/domain/change';
import { fingerprint } from '@/domain/review';
import { articleStatus, recount } from '@/domain/workflow';

type ActionOn<Thing extends string> = Extract<ChangeAction, `${Thing}.${string}`>;

/**
 * Writes an annotation as it is now, with its fingerprint, and brings the article's counts, status and log along.
 * `before` is undefined for a new one. Gives the article as it is after that.
 */
export async function recordAnnotation(
  sql: Sql,
  {
    article,
    text,
    before,
    after,
    ...deed
  }: {
    readonly article: ArticleSummary;
    /** Of the revision that the annotation points into. */
    readonly text: string;
    readonly before: Annotation | undefined;
    readonly after: Annotation;
    readonly action: ActionOn<'annotation'>;
    readonly actorId: string;
    readonly at: string;
  },
): Promise<ArticleSummary> {
  const print = fingerprint(text, decidedPart(after));
  await (before === undefined ? insertAnnotation(sql, after, print) : updateAnnotation(sql, after, print));
  const seq = await appendChange(sql, {
    log: article.id,
    subjectId: after.id,
    before: before === undefined ? null : { ...before },
    after: { ...after },
    ...deed,
  });
  const counts = recount(article.counts, standing(before), standing(after));
  const next = { ...article, counts, status: articleStatus(counts), seq, updatedAt: deed.at };
  await updateArticle(sql, next);
  return next;
}

/** Writes an article as it is now and the line in its log; gives it with its new place in the log. */
export async function recordArticle(
  sql: Sql,
  {
    before,
    after,
    ...deed
  }: {
    readonly before: ArticleSummary;
    readonly after: ArticleSummary;
    readonly action: ActionOn<'article'>;
    readonly actorId: string;
    readonly at: string;
  },
): Promise<ArticleSummary> {
  const seq = await appendChange(sql, {
    log: after.id,
    subjectId: after.id,
    before: loggedArticle(before),
    after: loggedArticle(after),
    ...deed,
  });
  const next = { ...after, seq };
  await updateArticle(sql, next);
  return next;
}

/** What the log keeps of an article: all but what follows from the log itself. */
export function loggedArticle(article: ArticleSummary): Record<string, unknown> {
  const { seq: _, counts: __, status: ___, ...own } = article;
  return own;
}

/** A deleted mark counts for nothing. */
function standing(annotation: Annotation | undefined): Annotation | undefined {
  return annotation?.deletedAt === undefined ? annotation : undefined;
}
