import { describe, expect, it } from 'vitest';
import { changeHash, FIRST_HASH, type HashedChange } from '@/domain/change';

const change: HashedChange = {
  log: 'desk',
  position: 1,
  actorId: 'ada',
  at: '2025-03-02T12:00:00.000Z',
  action: 'setting.changed',
  subjectId: 'onePersonDesk',
  before: { value: false },
  after: { value: true },
};

describe('changeHash', () => {
  const original = changeHash(FIRST_HASH, change);

  it('is a SHA-256 in hex and the same each time', () => {
    expect(original).toMatch(/^[0-9a-f]{64}$/);
    expect(changeHash(FIRST_HASH, { ...change })).toBe(original);
  });

  const others: [name: string, previous: string, change: HashedChange][] = [
    ['what came before', 'f'.repeat(64), change],
    ['the position', FIRST_HASH, { ...change, position: 2 }],
    ['the actor', FIRST_HASH, { ...change, actorId: 'bob' }],
    ['the time', FIRST_HASH, { ...change, at: '2025-03-02T12:00:00.001Z' }],
    ['the action', FIRST_HASH, { ...change, action: 'person.changed' }],
    ['the subject', FIRST_HASH, { ...change, subjectId: 'timeZone' }],
    ['the log', FIRST_HASH, { ...change, log: 'an article' }],
    ['the state before', FIRST_HASH, { ...change, before: null }],
    ['the state after', FIRST_HASH, { ...change, after: { value: 'true' } }],
  ];
  it.each(others)('changes with %s', (_, previous, other) => {
    expect(changeHash(previous, other)).not.toBe(original);
  });
});
