/** Dates as people and agencies write them at the head of an article. Only clear forms: 03/02/2025 is nobody's. */
import { datePrecision } from '@/domain/time';

/** Month names by language, in the order of the year; a name may be shortened to its first three letters or more. */
const months = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
].map((names) => names.split(' '));

const ISO = String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?`;
const WEEKDAY = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`;
const DAY_FIRST = String.raw`${WEEKDAY}\d{1,2}(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?\p{L}{3,10}\.?,?\s+(?:de\s+)?\d{4}`;
const MONTH_FIRST = String.raw`${WEEKDAY}\p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,\s+\d{4}`;

/** Matches what may be a written date; `parseWrittenDate` decides. To be built into larger patterns, flags `iu`. */
export const WRITTEN_DATE = `(?:${ISO}|${DAY_FIRST}|${MONTH_FIRST})`;

const WORDS =
  /^(?:\p{L}{2,10}\.?,?\s+)??(?:(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(\p{L}{3,10})|(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)\.?,?\s+(?:de\s+)?(\d{4})$/iu;

/** The ISO date of a written one, with the precision as written; undefined when it is none or does not exist. */
export function parseWrittenDate(written: string): string | undefined {
  const trimmed = written.trim();
  const iso = trimmed.replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T');
  if (/^\d{4}-/.test(iso)) return datePrecision(iso) === undefined ? undefined : iso;
  const match = WORDS.exec(trimmed);
  if (match === null) return undefined;
  const month = monthNumber(match[2] ?? match[3] ?? '');
  if (month === undefined) return undefined;
  const day = (match[1] ?? match[4] ?? '').padStart(2, '0');
  const date = `${match[5]}-${String(month).padStart(2, '0')}-${day}`;
  return datePrecision(date) === undefined ? undefined : date;
}

/** 1 to 12 for a month's name; undefined for other words and for beginnings that several months share. */
function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase();
  const found = new Set<number>();
  for (const names of months) {
    for (const [index, name] of names.entries()) {
      if (name.startsWith(lower)) found.add(index + 1);
    }
  }
  const [first] = found;
  return found.size === 1 ? first : undefined;
}
