/** One decision as it was made, kept for ever: also those that were withdrawn or overtaken by a later change. */
import { z } from 'zod';
import { Decided } from '@/domain/annotation';
import { decisions, Reason } from '@/domain/decision';
import { Person } from '@/domain/person';
import { Instant } from '@/domain/time';

export const ReviewRecord = z.object({
  id: z.uuid(),
  annotationId: z.uuid(),
  /** The annotation's version that the decision made; the newest decision on a mark has the highest. */
  version: z.int().positive(),
  decision: z.enum([...decisions, 'withdraw']),
  reason: Reason.optional(),
  note: z.string().optional(),
  by: Person,
  at: Instant,
  /** What was decided on: its fingerprint, and the whole of it. */
  fingerprint: z.string(),
  decided: Decided,
  /** Where it was decided on: the revision's number and the SHA-256 of its text. */
  revision: z.int().positive(),
  revisionSha256: z.string(),
});
export type ReviewRecord = z.infer<typeof ReviewRecord>;

/** A record that is a decision, not the withdrawal of one. */
export type DecisionRecord = ReviewRecord & {
  readonly decision: Exclude<ReviewRecord['decision'], 'withdraw'>;
};

/** The newest decision on each mark, by the mark's id; marks whose newest was withdrawn are absent. */
export function newestDecisions(reviews: readonly ReviewRecord[]): Map<string, DecisionRecord> {
  const newest = new Map<string, ReviewRecord>();
  for (const review of reviews) {
    const known = newest.get(review.annotationId);
    if (known === undefined || known.version < review.version) newest.set(review.annotationId, review);
  }
  const standing = new Map<string, DecisionRecord>();
  for (const [annotationId, review] of newest) {
    if (isDecision(review)) standing.set(annotationId, review);
  }
  return standing;
}

function isDecision(review: ReviewRecord): review is DecisionRecord {
  return review.decision !== 'withdraw';
}
