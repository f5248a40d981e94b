/**
 * What becomes of an annotation when somebody makes, changes, deletes, restores or decides on it. The server stores
 * what these functions answer; the browser shows it before the server has answered, so that nothing changes on screen
 * when it does.
 *
 * Every function that reads what people sent throws a `Refusal` (`invalid`, with the path of what is wrong).
 */
import { Annotation, type AnnotationPatch, type Decided, type NewAnnotation } from '@/domain/annotation';
import type { NewReview } from '@/domain/decision';
import { initialTagging } from '@/domain/initial-details';
import { inWords, issuesOf } from '@/domain/issues';
import { detailsOf, type Kind, type Tagging } from '@/domain/kinds';
import type { Person } from '@/domain/person';
import { type Issue, Refusal } from '@/domain/refusal';
import { deriveStatus, fingerprint } from '@/domain/review';
import { describeSpans, type Range, type Span } from '@/domain/span';

/** Who acts, when, and on which text. */
export interface Act {
  /** The text of the revision that the annotation's spans point into. */
  readonly text: string;
  readonly by: Person;
  /** An instant. */
  readonly at: string;
}

/** A new annotation of an article; details that were not sent follow from the words. */
export function makeAnnotation(
  sent: NewAnnotation,
  place: { readonly id: string; readonly articleId: string },
  { text, by, at }: Act,
): Annotation {
  const spans = spansOf(text, sent.spans);
  return Annotation.parse({
    ...place,
    revision: sent.revision,
    ...taggingOf(sent.kind, sent.details, text, spans),
    spans,
    labels: sent.labels ?? [],
    note: sent.note,
    status: 'pending',
    anchor: 'inPlace',
    author: by,
    lastChangedBy: by,
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
}

/** The annotation after a merge patch: one version on, its status derived anew. */
export function changeAnnotation(annotation: Annotation, patch: AnnotationPatch, act: Act): Annotation {
  const spans = patch.spans === undefined ? annotation.spans : spansOf(act.text, patch.spans);
  const changed = Annotation.parse({
    ...annotation,
    ...changedTagging(annotation, patch, act.text, spans),
    spans,
    labels: patch.labels === undefined ? annotation.labels : (patch.labels ?? []),
    note: patch.note === undefined ? annotation.note : (patch.note ?? undefined),
    version: annotation.version + 1,
    updatedAt: act.at,
  });
  const sameDecided = fingerprint(act.text, annotation) === fingerprint(act.text, changed);
  return withStatus(
    sameDecided ? changed : { ...changed, lastChangedBy: act.by },
    decidedOn(annotation),
    act.text,
  );
}

/** The annotation after deletion; it keeps everything and can be restored. */
export function deleteAnnotation(annotation: Annotation, { at }: Pick<Act, 'at'>): Annotation {
  return { ...annotation, deletedAt: at, updatedAt: at, version: annotation.version + 1 };
}

/** The annotation after it was brought back. */
export function restoreAnnotation(annotation: Annotation, { at }: Pick<Act, 'at'>): Annotation {
  const { deletedAt: _, ...standing } = annotation;
  return { ...standing, updatedAt: at, version: annotation.version + 1 };
}

/** The annotation after a decision, or after the newest one was withdrawn. Notes and comments do not re-open it. */
export function reviewAnnotation(annotation: Annotation, sent: NewReview, { text, by, at }: Act): Annotation {
  const { review: _, reopenedFrom: __, ...undecided } = annotation;
  const next: Annotation = {
    ...undecided,
    updatedAt: at,
    version: annotation.version + 1,
    status: 'pending',
  };
  if (sent.decision === 'withdraw') return next;
  const { decision, reason, note } = sent;
  const review = {
    decision,
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    by,
    at,
  };
  return withStatus({ ...next, review }, next, text);
}

/** What the newest decision is about; undefined while there is none. */
export function decidedOn(annotation: Annotation): Decided | undefined {
  if (annotation.review === undefined) return undefined;
  return annotation.reopenedFrom ?? decidedPart(annotation);
}

/** Of an annotation, what a decision is bound to. */
export function decidedPart(annotation: Decided): Decided {
  const { spans, labels } = annotation;
  switch (annotation.kind) {
    case 'quote':
      return { kind: annotation.kind, details: annotation.details, spans, labels };
    case 'claim':
      return { kind: annotation.kind, details: annotation.details, spans, labels };
    case 'event':
      return { kind: annotation.kind, details: annotation.details, spans, labels };
  }
}

/** The annotation with the status that its newest decision gives it, which was about `decided`. */
function withStatus(annotation: Annotation, decided: Decided | undefined, text: string): Annotation {
  const { reopenedFrom: _, ...bare } = annotation;
  if (annotation.review === undefined || decided === undefined) return { ...bare, status: 'pending' };
  const bound = { decision: annotation.review.decision, fingerprint: fingerprint(text, decided) };
  const status = deriveStatus(bound, fingerprint(text, annotation));
  return status === 'pending' ? { ...bare, status, reopenedFrom: decidedPart(decided) } : { ...bare, status };
}

function spansOf(text: string, ranges: readonly Range[]): Span[] {
  const described = describeSpans(text, ranges);
  if ('issues' in described) throw invalid(described.issues);
  return described.spans;
}

function taggingOf(
  kind: Kind,
  details: Record<string, unknown> | undefined,
  text: string,
  ranges: readonly Range[],
): Tagging {
  if (details === undefined) return initialTagging(kind, text, ranges);
  return checkedTagging(kind, mergePatch({}, details));
}

/** Details merge by field within a kind; a new kind brings its own whole ones, or those that follow from the words. */
function changedTagging(
  annotation: Annotation,
  patch: AnnotationPatch,
  text: string,
  ranges: readonly Range[],
): Tagging {
  if (patch.kind !== undefined && patch.kind !== annotation.kind) {
    return taggingOf(patch.kind, patch.details, text, ranges);
  }
  return checkedTagging(annotation.kind, mergePatch(annotation.details, patch.details ?? {}));
}

function checkedTagging(kind: Kind, details: unknown): Tagging {
  const parsed = detailsOf[kind].safeParse(details, { error: inWords });
  if (!parsed.success) throw invalid(issuesOf(parsed.error, ['details']));
  // The table pairs every kind with its own details.
  return { kind, details: parsed.data } as Tagging;
}

/** JSON Merge Patch (RFC 7396): null removes, objects merge, everything else replaces. */
function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged = new Map(Object.entries(isObject(target) ? target : {}));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, mergePatch(merged.get(name), value));
  }
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(errors: readonly Issue[]): Refusal {
  return new Refusal('invalid', 'Some of what was sent does not fit the mark.', { errors });
}
