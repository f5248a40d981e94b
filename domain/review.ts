/**
 * Decisions and what they are bound to. A decision holds only while the fingerprint of what was decided on equals the
 * fingerprint of the mark as it is; any change re-opens it by itself.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import type { AnnotationStatus, Decided } from '@/domain/annotation';
import { sentenceAround } from '@/domain/sentence';
import { filledString } from '@/domain/text';

/** What stands; withdrawing takes one of them back. */
export const decisions = ['approve', 'reject', 'requestChanges'] as const;
export const Decision = z.enum(decisions);
export type Decision = z.infer<typeof Decision>;

export const reasons = [
  'wrong-span',
  'wrong-kind',
  'wrong-speaker',
  'not-checkable',
  'no-source',
  'duplicate',
  'other',
] as const;
export const Reason = z.enum(reasons);
export type Reason = z.infer<typeof Reason>;

/** What a reviewer sends. Rejecting and asking for changes need a reason. */
export const NewReview = z
  .strictObject({
    decision: z.enum([...decisions, 'withdraw']),
    reason: Reason.optional(),
    note: filledString(4000).optional(),
  })
  .superRefine((review, context) => {
    const needsReason = review.decision === 'reject' || review.decision === 'requestChanges';
    if (needsReason && review.reason === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: 'is needed to reject or to request changes',
      });
    }
  });
export type NewReview = z.infer<typeof NewReview>;

/**
 * The fingerprint of what a decision is about, SHA-256 in lower-case hex over canonical JSON (RFC 8785): kind, details,
 * labels, and of every span its words with the sentence around them. Offsets do not count, so that a mark that merely
 * moved keeps its decision.
 */
export function fingerprint(text: string, decided: Decided): string {
  const words = decided.spans.map((span) => {
    const sentence = sentenceAround(text, span);
    return [span.exact, text.slice(sentence.start, sentence.end)];
  });
  const json = canonicalize([decided.kind, decided.details, decided.labels, words]);
  if (json === undefined) throw new Error('a fingerprint needs JSON');
  return bytesToHex(sha256(utf8ToBytes(json)));
}

const statusOf = {
  approve: 'approved',
  reject: 'rejected',
  requestChanges: 'changesRequested',
} as const satisfies Record<Decision, AnnotationStatus>;

/**
 * The status of a mark whose present fingerprint is given: that of the newest decision while the decision is about
 * exactly this, pending otherwise (nothing decided, withdrawn, or changed since).
 */
export function deriveStatus(
  newest: { readonly decision: Decision; readonly fingerprint: string } | undefined,
  present: string,
): AnnotationStatus {
  return newest !== undefined && newest.fingerprint === present ? statusOf[newest.decision] : 'pending';
}
