import { describe, expect, it } from 'vitest';
import { datePrecision, Instant, PartialDate } from '@/domain/time';

describe('datePrecision', () => {
  const cases = [
    ['2025', 'year'],
    ['2025-03', 'month'],
    ['2025-03-02', 'day'],
    ['2024-02-29', 'day'],
    ['2025-03-02T14:30', 'time'],
    ['2025-03-02T14:30:05+01:00', 'time'],
    ['2025-02-29', undefined],
    ['2025-13', undefined],
    ['2025-00-10', undefined],
    ['2025-03-02T24:00', undefined],
    ['2 March 2025', undefined],
    ['2025-3-2', undefined],
    ['', undefined],
  ] as const;
  it.each(cases)('%j is %s', (written, precision) => {
    expect(datePrecision(written)).toBe(precision);
    expect(PartialDate.safeParse(written).success).toBe(precision !== undefined);
  });
});

describe('Instant', () => {
  it('reads any zone and keeps UTC', () => {
    expect(Instant.parse('2025-03-02T19:30:00+01:00')).toBe('2025-03-02T18:30:00.000Z');
  });

  it('refuses a time without a zone', () => {
    expect(Instant.safeParse('2025-03-02T19:30:00').success).toBe(false);
  });
});
