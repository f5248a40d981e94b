/**
 * What leaves the desk: one article, one revision of its text, the marks that go with it and the decisions on them.
 * Every format is written from this alone, so that the same state gives the same bytes.
 */
import type { Annotation } from '@/domain/annotation';
import type { Article } from '@/domain/article';
import type { exportStatuses } from '@/domain/contract/export';
import type { ReviewRecord } from '@/domain/export/review-record';

/** Which marks leave: only those that a reviewer approved, or all that stand. */
export type ExportScope = (typeof exportStatuses)[number];

export interface ExportDocument {
  readonly article: Article;
  readonly scope: ExportScope;
  /** The marks that leave, in text order; deleted ones never do. Their offsets point into `article.revision.text`. */
  readonly annotations: readonly Annotation[];
  /** Every decision made on these marks, oldest first, those that no longer count included. */
  readonly reviews: readonly ReviewRecord[];
  /** The desk's public address without a slash at its end; all IRIs begin with it. */
  readonly baseUrl: string;
}

/** The marks of an article that leave with a scope, in text order: by first span, the longer one first, then by id. */
export function marksToExport(annotations: readonly Annotation[], scope: ExportScope): Annotation[] {
  return annotations
    .filter((annotation) => annotation.deletedAt === undefined)
    .filter((annotation) => scope === 'all' || annotation.status === 'approved')
    .map((annotation) => ({ annotation, ...extentOf(annotation) }))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.annotation.id < b.annotation.id ? -1 : 1))
    .map(({ annotation }) => annotation);
}

/** From where a mark's first span begins to where its last one ends; UTF-16 offsets. */
export function extentOf(annotation: Pick<Annotation, 'spans'>): {
  readonly start: number;
  readonly end: number;
} {
  const first = annotation.spans.at(0);
  const last = annotation.spans.at(-1);
  if (first === undefined || last === undefined) throw new Error('a mark has at least one span');
  return { start: first.start, end: last.end };
}

/** The instant of the newest change that the document shows; exports are dated by it, never by the clock. */
export function newestChange(document: ExportDocument): string {
  let newest = document.article.updatedAt;
  const instants = [
    ...document.annotations.map((annotation) => annotation.updatedAt),
    ...document.reviews.map((review) => review.at),
  ];
  for (const instant of instants) if (instant > newest) newest = instant;
  return newest;
}
