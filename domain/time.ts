/** Instants and dates as they are written in JSON and in the tables. */
import { z } from 'zod';

const NO_INSTANT = 'is not an instant such as 2025-03-02T18:30:00Z';

/** An instant in RFC 3339; any zone is read, UTC (`Z`, milliseconds) is kept, in which its year has four digits, too. */
export const Instant = z.iso
  .datetime({ offset: true, error: NO_INSTANT })
  .transform((written) => new Date(written).toISOString())
  .refine((kept) => /^\d{4}-/.test(kept), { error: NO_INSTANT });

const DATE =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** How exactly a date is known; it follows from how it is written. */
export type DatePrecision = 'year' | 'month' | 'day' | 'time';

/**
 * An ISO 8601 date with the precision as written: year (`2025`), year-month (`2025-03`), date (`2025-03-02`) or
 * date-time (`2025-03-02T14:30`, with or without seconds and zone). The calendar day must exist.
 */
export const PartialDate = z.string().refine((written) => datePrecision(written) !== undefined, {
  error: 'is not a date such as 2025-03-02, 2025-03, 2025 or 2025-03-02T14:30',
});

/** The precision of a date as written; undefined when it is no date. */
export function datePrecision(written: string): DatePrecision | undefined {
  const match = DATE.exec(written);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  if (month === undefined) return 'year';
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (day === undefined) return 'month';
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > lastDay) return undefined;
  if (hour === undefined) return 'day';
  return Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60 ? 'time' : undefined;
}
