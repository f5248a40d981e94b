import { describe, expect, it } from 'vitest';
import { keepUnchanged } from './keep-unchanged';
import { quoteMark } from './unsent-examples';

const before = { items: [quoteMark(1), quoteMark(2)], seq: 4 };

describe('a fresh list', () => {
  it('is the list before when nothing changed', () => {
    expect(keepUnchanged(before, structuredClone(before))).toBe(before);
  });

  it('keeps the items when only the position in the log changed', () => {
    const fresh = keepUnchanged(before, { ...structuredClone(before), seq: 5 });
    expect(fresh.seq).toBe(5);
    expect(fresh.items).toBe(before.items);
  });

  it('shares the marks whose version is the same, and no others', () => {
    const changed = { ...quoteMark(2), version: 2 };
    const fresh = keepUnchanged(before, { items: [quoteMark(1), changed, quoteMark(3)], seq: 6 });
    expect(fresh.items[0]).toBe(before.items[0]);
    expect(fresh.items[1]).toBe(changed);
    expect(fresh.items).toHaveLength(3);
  });
});
