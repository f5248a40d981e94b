import fc from 'fast-check';
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

  it.each(['9999-12-31T23:59:00-01:00', '0000-01-01T00:00:00+01:00'])(
    'refuses %s, whose year in UTC could not be read again',
    (written) => {
      expect(Instant.safeParse(written).success).toBe(false);
    },
  );

  it('reads whatever it kept, and keeps it', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), fc.integer({ min: -1439, max: 1439 }), (date, offset) => {
        const sign = offset < 0 ? '-' : '+';
        const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const two = (count: number) => String(count).padStart(2, '0');
        const written = date.toISOString().replace('Z', `${sign}${two(hours)}:${two(minutes)}`);
        const kept = Instant.safeParse(written);
        if (kept.success) expect(Instant.parse(kept.data)).toBe(kept.data);
      }),
    );
  });
});
