import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clockTime,
  dayAndMonth,
  daysBetween,
  fromLocalTime,
  toLocalTime,
  wallClock,
  weekday,
} from './wall-clock';

describe('the wall clock', () => {
  test.each([
    { instant: '2025-03-02T18:30:00Z', zone: 'Europe/London', local: '2025-03-02T18:30' },
    { instant: '2025-07-02T18:30:00Z', zone: 'Europe/London', local: '2025-07-02T19:30' },
    { instant: '2025-03-02T20:30:00Z', zone: 'Asia/Kolkata', local: '2025-03-03T02:00' },
    { instant: '2025-03-02T00:30:00Z', zone: 'America/New_York', local: '2025-03-01T19:30' },
    { instant: '2025-03-02T00:00:00Z', zone: 'Europe/London', local: '2025-03-02T00:00' },
  ])('$instant is $local in $zone', ({ instant, zone, local }) => {
    expect(toLocalTime(instant, zone)).toBe(local);
    expect(fromLocalTime(local, zone)).toBe(new Date(instant).toISOString());
  });

  test.each([
    // Clocks go forward at 01:00 and skip an hour.
    { local: '2025-03-30T01:30', zone: 'Europe/London', instant: '2025-03-30T01:30:00.000Z' },
    // Clocks go back at 02:00 and show 01:30 twice; the first is still summer time.
    { local: '2025-10-26T01:30', zone: 'Europe/London', instant: '2025-10-26T00:30:00.000Z' },
    { local: '2025-03-09T02:30', zone: 'America/New_York', instant: '2025-03-09T07:30:00.000Z' },
    { local: '2025-11-02T01:30', zone: 'America/New_York', instant: '2025-11-02T05:30:00.000Z' },
  ])('where clocks change, $local in $zone is $instant', ({ local, zone, instant }) => {
    expect(fromLocalTime(local, zone)).toBe(instant);
  });

  test.each(['', '2025-03-02', '2025-13-02T10:00', '18:30', '2025-03-02T18:30Z'])(
    '%j is no local time',
    (local) => {
      expect(fromLocalTime(local, 'Europe/London')).toBeUndefined();
    },
  );

  test('there and back again, an instant stays to the minute, unless the clock shows it for the second time', () => {
    const minutes = fc.integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
    const zones = fc.constantFrom(
      'Europe/London',
      'Asia/Kathmandu',
      'America/St_Johns',
      'Pacific/Chatham',
      'UTC',
    );
    fc.assert(
      fc.property(minutes, zones, (minute, zone) => {
        const instant = new Date(minute * 60_000).toISOString();
        const local = toLocalTime(instant, zone);
        const back = fromLocalTime(local, zone) ?? '';
        expect(toLocalTime(back, zone)).toBe(local);
        expect(Date.parse(back)).toBeLessThanOrEqual(Date.parse(instant));
      }),
    );
  });

  test('days, dates and times have words of our own', () => {
    const wall = wallClock(Date.parse('2025-03-02T09:05:00Z'), 'Europe/London');
    expect(`${weekday(wall)}, ${dayAndMonth(wall)}, ${clockTime(wall)}`).toBe('Sunday, 2 March, 09:05');
  });

  test('days are counted on the calendar, whatever the hours between', () => {
    const at = (instant: string) => wallClock(Date.parse(instant), 'Europe/London');
    expect(daysBetween(at('2025-03-29T23:59:00Z'), at('2025-03-31T00:00:00Z'))).toBe(2);
    expect(daysBetween(at('2025-03-02T00:00:00Z'), at('2025-03-01T23:59:00Z'))).toBe(-1);
  });
});
