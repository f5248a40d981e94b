import { describe, expect, test } from 'vitest';
import { countMarksHere, leftBehind, total, wordsForKinds, wordsForStatuses } from './marks-here';

const marks = countMarksHere([
  { status: 'approved', kind: 'quote' },
  { status: 'approved', kind: 'quote' },
  { status: 'approved', kind: 'claim' },
  { status: 'pending', kind: 'event' },
  { status: 'rejected', kind: 'claim' },
]);

describe('what leaves and what stays', () => {
  const cases = [
    { scope: 'approved', leaves: '2 quotes, 1 claim', stays: '1 pending, 1 rejected' },
    { scope: 'all', leaves: '2 quotes, 2 claims, 1 event', stays: '' },
  ] as const;
  test.each(cases)('$scope', ({ scope, leaves, stays }) => {
    expect(wordsForKinds(marks, scope)).toBe(leaves);
    expect(wordsForStatuses(marks, leftBehind(marks, scope))).toBe(stays);
  });

  test('nothing at all', () => {
    const none = countMarksHere([]);
    expect(total(none)).toBe(0);
    expect(wordsForKinds(none, 'all')).toBe('');
    expect(leftBehind(none, 'approved')).toEqual([]);
  });
});
