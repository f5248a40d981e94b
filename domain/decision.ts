/** What reviewers decide on a mark, and why. */
import { z } from 'zod';
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
