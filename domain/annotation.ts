/** An annotation (on screen: a mark): spans of one revision's text, a kind, details, and where it stands. */
import { z } from 'zod';
import { Decision, Reason } from '@/domain/decision';
import { ClaimDetails, EventDetails, Kind, QuoteDetails } from '@/domain/kinds';
import { Person } from '@/domain/person';
import { Range, Ranges, Span } from '@/domain/span';
import { filledString } from '@/domain/text';
import { Instant } from '@/domain/time';

export const annotationStatuses = ['pending', 'approved', 'rejected', 'changesRequested'] as const;
export const AnnotationStatus = z.enum(annotationStatuses);
export type AnnotationStatus = z.infer<typeof AnnotationStatus>;

export const anchors = ['inPlace', 'moved', 'changed', 'gone'] as const;
export const Anchor = z.enum(anchors);
export type Anchor = z.infer<typeof Anchor>;

export const Labels = z.array(filledString(80)).max(50);
export const Note = filledString(10_000);

/** The newest decision, while it is not withdrawn. */
export const ReviewSummary = z.object({
  decision: Decision,
  reason: Reason.optional(),
  note: z.string().optional(),
  by: Person,
  at: Instant,
});
export type ReviewSummary = z.infer<typeof ReviewSummary>;

const tagging = [
  z.object({ kind: z.literal('quote'), details: QuoteDetails }),
  z.object({ kind: z.literal('claim'), details: ClaimDetails }),
  z.object({ kind: z.literal('event'), details: EventDetails }),
] as const;

/** What a decision is about: the words, the kind, the details and the labels. */
const decidedShape = { spans: z.array(Span), labels: z.array(z.string()) };
export const Decided = z.discriminatedUnion('kind', [
  tagging[0].extend(decidedShape),
  tagging[1].extend(decidedShape),
  tagging[2].extend(decidedShape),
]);
export type Decided = z.infer<typeof Decided>;

const annotationShape = {
  id: z.uuid(),
  articleId: z.uuid(),
  /** The number of the revision that the spans point into. */
  revision: z.int().positive(),
  /** In text order, not overlapping one another. */
  spans: z.array(Span).min(1),
  labels: z.array(z.string()),
  note: z.string().optional(),
  status: AnnotationStatus,
  anchor: Anchor,
  author: Person,
  /** Whoever last changed anything that a decision is bound to; notes do not count. */
  lastChangedBy: Person,
  version: z.int().positive(),
  createdAt: Instant,
  updatedAt: Instant,
  deletedAt: Instant.optional(),
  review: ReviewSummary.optional(),
  /** What the newest decision was about, present only while a later change has re-opened it. */
  reopenedFrom: Decided.optional(),
};

export const Annotation = z.discriminatedUnion('kind', [
  tagging[0].extend(annotationShape),
  tagging[1].extend(annotationShape),
  tagging[2].extend(annotationShape),
]);
export type Annotation = z.infer<typeof Annotation>;

/** The compact form: enough to draw a mark in the text. */
export const Mark = z.object({
  id: z.uuid(),
  spans: z.array(Range),
  kind: Kind,
  status: AnnotationStatus,
  authorId: z.uuid(),
  version: z.int().positive(),
});
export type Mark = z.infer<typeof Mark>;

/** What a client sends to make an annotation. `details` absent: those that follow from the words. */
export const NewAnnotation = z.strictObject({
  id: z.uuid().toLowerCase().optional(),
  revision: z.int().positive(),
  kind: Kind,
  spans: Ranges,
  details: z.record(z.string(), z.unknown()).optional(),
  labels: Labels.optional(),
  note: Note.optional(),
});
export type NewAnnotation = z.infer<typeof NewAnnotation>;

/**
 * JSON Merge Patch (RFC 7396) over what people may change: absent stays, null removes, `spans` and `labels` are
 * replaced whole, `details` merge by field. A new `kind` brings its own whole `details`.
 */
export const AnnotationPatch = z.strictObject({
  kind: Kind.optional(),
  spans: Ranges.optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  labels: Labels.nullable().optional(),
  note: Note.nullable().optional(),
});
export type AnnotationPatch = z.infer<typeof AnnotationPatch>;
