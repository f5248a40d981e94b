import { describe, expect, it } from 'vitest';
import { NewReview } from '@/domain/decision';

describe('a review as it is sent', () => {
  const cases = [
    ['an approval alone', { decision: 'approve' }, true],
    ['a withdrawal alone', { decision: 'withdraw' }, true],
    ['a rejection without a reason', { decision: 'reject' }, false],
    ['a request without a reason', { decision: 'requestChanges', note: 'see style book' }, false],
    ['a rejection with a reason', { decision: 'reject', reason: 'wrong-span' }, true],
    ['a reason that is not on the list', { decision: 'reject', reason: 'ugly' }, false],
    ['a field that does not exist', { decision: 'approve', by: 'me' }, false],
  ] as const;
  it.each(cases)('%s', (_, review, accepted) => {
    expect(NewReview.safeParse(review).success).toBe(accepted);
  });
});
