import { datePrecision } from '@/domain/time';

const formats = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { weekday: 'short', year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A date in few words, as precise as it was written, with its weekday: `Sat 1 March 2025`, `1 March 2025, 14:30`. */
export function shortDate(written: string): string {
  const precision = datePrecision(written);
  if (precision === undefined) return written;
  const [year = '', month = '01', day = '01'] = written.slice(0, 10).split('-');
  const words = new Intl.DateTimeFormat('en-GB', {
    ...formats[precision === 'time' ? 'day' : precision],
    timeZone: 'UTC',
  })
    .format(new Date(`${year}-${month}-${day}T00:00:00Z`))
    .replace(',', '');
  return precision === 'time' ? `${words}, ${written.slice(11, 16)}` : words;
}
