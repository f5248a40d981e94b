/**
 * What the clock on a wall shows in a time zone, and back. Names of days and months are our own words, not the
 * runtime's, so that server and browser say the same whatever data they ship with.
 */

export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock at an instant (milliseconds since 1970), in an IANA time zone. Throws RangeError for no such zone. */
export function wallClock(instant: number, timeZone: string): WallClock {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/** An instant as `<input type="datetime-local">` takes it: `2025-03-02T18:30` on the wall of the zone. */
export function toLocalTime(instant: string, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(Date.parse(instant), timeZone);
  return `${digits(year, 4)}-${digits(month)}-${digits(day)}T${digits(hour)}:${digits(minute)}`;
}

/**
 * The instant (RFC 3339, UTC) at which the wall of the zone shows `2025-03-02T18:30`; undefined when that is no such
 * time. Where clocks go back and show it twice, the first; where they go forward and skip it, as much later as they
 * skip.
 */
export function fromLocalTime(local: string, timeZone: string): string | undefined {
  const shown = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(shown)) return undefined;
  const before = shown - aheadOfUtc(shown - DAY, timeZone);
  const after = shown - aheadOfUtc(shown + DAY, timeZone);
  const fitting = [before, after].filter((instant) => instant + aheadOfUtc(instant, timeZone) === shown);
  return new Date(fitting.length === 0 ? before : Math.min(...fitting)).toISOString();
}

/** `19:15`. */
export function clockTime({ hour, minute }: WallClock): string {
  return `${digits(hour)}:${digits(minute)}`;
}

/** `Sunday`. */
export function weekday(wall: WallClock): string {
  return weekdays[new Date(dayNumber(wall) * DAY).getUTCDay()] ?? '';
}

/** `2 March`. */
export function dayAndMonth({ day, month }: WallClock): string {
  return `${day} ${months[month - 1]}`;
}

/** How many calendar days the second wall clock is after the first; negative before. */
export function daysBetween(first: WallClock, second: WallClock): number {
  return dayNumber(second) - dayNumber(first);
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

function dayNumber({ year, month, day }: WallClock): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

/** By how many milliseconds the zone's wall is ahead of UTC at an instant. */
function aheadOfUtc(instant: number, timeZone: string): number {
  const { year, month, day, hour, minute } = wallClock(instant, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(instant / MINUTE) * MINUTE;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}

function digits(value: number, length = 2): string {
  return String(value).padStart(length, '0');
}
