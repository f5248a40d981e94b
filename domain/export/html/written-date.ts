/** Dates for readers. Own months instead of `Intl`, whose data change with the runtime: the same state, the same bytes. */
import { datePrecision } from '@/domain/time';

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

/** A date with the precision as written: 2 March 2025, March 2025, 2025, or 2 March 2025, 14:30 with its zone if it has one. */
export function writtenDate(date: string): string {
  const precision = datePrecision(date);
  const [year, month = '', day = ''] = date.slice(0, 10).split('-');
  const monthName = months[Number(month) - 1];
  if (precision === undefined || year === undefined) return date;
  if (precision === 'year' || monthName === undefined) return year;
  if (precision === 'month') return `${monthName} ${year}`;
  const whole = `${Number(day)} ${monthName} ${year}`;
  return precision === 'day' ? whole : `${whole}, ${date.slice(11, 16)}${zoneOf(date)}`;
}

/** An instant to the minute, in UTC: 2 March 2025, 18:30 UTC. */
export function writtenInstant(instant: string): string {
  return writtenDate(new Date(instant).toISOString().slice(0, 16).concat('Z'));
}

function zoneOf(date: string): string {
  const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(date)?.[1];
  if (zone === undefined) return '';
  return zone === 'Z' ? ' UTC' : ` UTC${zone}`;
}
