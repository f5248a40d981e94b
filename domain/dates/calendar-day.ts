/** Days of the calendar (proleptic Gregorian, as ISO 8601), without clock or zone. */

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** By number, as `weekdayOf` answers; in lower case. */
export const weekdays: readonly string[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];

const MILLISECONDS = 24 * 60 * 60 * 1000;

/** The day that an ISO 8601 date or date-time names; undefined where it names none (a year, a month). */
export function dayOf(written: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(written);
  if (match === null) return undefined;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** The day so many days later, or earlier for a negative count. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(instantOf(day) + count * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(instantOf(day)).getUTCDay();
}

/** `2025-02-28`. */
export function isoDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Midnight UTC of the day: a number to count days with, not a moment anywhere. */
function instantOf({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}
