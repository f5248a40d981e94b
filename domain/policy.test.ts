import { describe, expect, it } from 'vitest';
import { roles } from '@/domain/person';
import { can, type DecisionSubject, leastRole, mayByRole } from '@/domain/policy';

const reviewer = { id: 'rhea', role: 'reviewer' } as const;
const mark: DecisionSubject = { authorId: 'noor', lastChangedById: 'noor', onePersonDesk: false };

describe('deciding on a mark', () => {
  const cases = [
    ['somebody else’s mark', reviewer, mark, 'allowed'],
    ['one’s own mark', reviewer, { ...mark, authorId: 'rhea' }, 'four-eyes'],
    ['a mark one changed last', reviewer, { ...mark, lastChangedById: 'rhea' }, 'four-eyes'],
    [
      'one’s own mark on a one-person desk',
      reviewer,
      { ...mark, authorId: 'rhea', onePersonDesk: true },
      'allowed',
    ],
    [
      'as an admin, one’s own mark',
      { id: 'rhea', role: 'admin' },
      { ...mark, authorId: 'rhea' },
      'four-eyes',
    ],
    ['as an editor', { id: 'rhea', role: 'editor' }, mark, 'forbidden'],
    [
      'as an editor on a one-person desk',
      { id: 'rhea', role: 'editor' },
      { ...mark, onePersonDesk: true },
      'forbidden',
    ],
    ['a deleted mark', reviewer, { ...mark, deletedAt: '2025-03-02T12:00:00.000Z' }, 'deleted'],
    [
      'a mark of an archived article',
      reviewer,
      { ...mark, archivedAt: '2025-03-02T12:00:00.000Z' },
      'archived',
    ],
  ] as const;
  it.each(cases)('%s', (_, actor, subject, expected) => {
    const verdict = can(actor, 'review.decide', subject);
    expect(verdict.allowed ? 'allowed' : verdict.code).toBe(expected);
  });
});

describe('withdrawing a decision', () => {
  const cases = [
    ['one’s own', 'rhea', 'allowed'],
    ['somebody else’s', 'ada', 'forbidden'],
    ['none', undefined, 'conflict'],
  ] as const;
  it.each(cases)('%s', (_, decidedById, expected) => {
    const verdict = can(reviewer, 'review.withdraw', { decidedById });
    expect(verdict.allowed ? 'allowed' : verdict.code).toBe(expected);
  });
});

describe('roles', () => {
  it('may all that the ones before them may', () => {
    for (const action of Object.keys(leastRole) as (keyof typeof leastRole)[]) {
      const verdicts = roles.map((role) => mayByRole(role, action).allowed);
      expect(verdicts).toEqual([...verdicts].sort());
      expect(verdicts.at(-1)).toBe(true);
    }
  });

  it('give a reason with every no', () => {
    const verdict = mayByRole('editor', 'people.manage');
    expect(verdict).toEqual({ allowed: false, code: 'forbidden', reason: expect.stringMatching(/admin/) });
  });
});
