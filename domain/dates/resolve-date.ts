/**
 * Dates as articles write them, resolved in calendar days against the day of publication: "Friday" in a story of
 * Sunday 2 March 2025 is 2025-02-28. Own code, because general parsers take "on Tuesday" for the coming one.
 */
import { datePrecision } from '@/domain/time';
import { addDays, type Day, dayOf, isoDay, weekdayOf, weekdays } from './calendar-day';
import { months } from './months';

/** A date found in a text. */
export interface FoundDate {
  /** UTF-16 offsets into the text that was searched. */
  readonly start: number;
  readonly end: number;
  /** The words as they stand. */
  readonly words: string;
  /**
   * What it may mean, most likely first: ISO 8601 with the precision that the words have. Two where the sentence
   * speaks of the future and the words do not say which.
   */
  readonly dates: readonly string[];
}

/** Whether a sentence speaks of the past, perhaps of the future, or of the future. */
type Outlook = 'past' | 'open' | 'coming';

interface Reading {
  readonly words: RegExp;
  /** Dates from the groups of a match; none where it is no date after all. */
  readonly resolve: (match: RegExpExecArray, published: Day, outlook: Outlook) => readonly string[];
}

const WEEKDAY = '(sunday|monday|tuesday|wednesday|thursday|friday|saturday)';
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\.?';
const DAY_OF_MONTH = '(\\d{1,2})(?:st|nd|rd|th)?';

/** Most specific first: where two overlap, the earlier in this list wins. */
const readings: readonly Reading[] = [
  {
    words: /\b(\d{4})-(\d{2})-(\d{2})\b/giu,
    resolve: ([written]) => (datePrecision(written) === 'day' ? [written] : []),
  },
  {
    words: new RegExp(`\\b${DAY_OF_MONTH}(?:\\s+of)?\\s+${MONTH}(?:,?\\s+(\\d{4}))?\\b`, 'giu'),
    resolve: ([, day, month, year], published, outlook) => dayInYear(day, month, year, published, outlook),
  },
  {
    words: new RegExp(`\\b${MONTH}\\s+${DAY_OF_MONTH}(?:,?\\s+(\\d{4}))?\\b(?!\\s*\\d)`, 'giu'),
    resolve: ([, month, day, year], published, outlook) => dayInYear(day, month, year, published, outlook),
  },
  {
    words: new RegExp(`\\b${MONTH},?\\s+(\\d{4})\\b`, 'giu'),
    resolve: ([, month, year]) => [`${year}-${digits(monthNumber(month))}`],
  },
  {
    words: new RegExp(`\\b(last|next|this)\\s+${WEEKDAY}\\b`, 'giu'),
    resolve: ([, which, weekday], published) => {
      const day = weekdays.indexOf(lower(weekday));
      if (lower(which) === 'next') return [isoDay(weekdayAfter(published, day))];
      if (lower(which) === 'last') return [isoDay(weekdayBefore(published, day))];
      return [isoDay(weekdayAfter(published, day)), isoDay(weekdayBefore(published, day))];
    },
  },
  {
    words: new RegExp(`\\b${WEEKDAY}\\b`, 'giu'),
    resolve: ([, weekday], published, outlook) => {
      const day = weekdays.indexOf(lower(weekday));
      return likeliestFirst(
        isoDay(weekdayBefore(published, day)),
        isoDay(weekdayAfter(published, day)),
        outlook,
      );
    },
  },
  { words: /\bthe day before yesterday\b/giu, resolve: (_, published) => [isoDay(addDays(published, -2))] },
  { words: /\bthe day after tomorrow\b/giu, resolve: (_, published) => [isoDay(addDays(published, 2))] },
  { words: /\byesterday\b/giu, resolve: (_, published) => [isoDay(addDays(published, -1))] },
  { words: /\b(?:today|tonight)\b/giu, resolve: (_, published) => [isoDay(published)] },
  { words: /\btomorrow\b/giu, resolve: (_, published) => [isoDay(addDays(published, 1))] },
  {
    words: /\b(\d{1,2}|two|three|four|five|six)\s+days\s+ago\b/giu,
    resolve: ([, count], published) => [isoDay(addDays(published, -counted(count)))],
  },
  {
    words: /\b(last|next)\s+week\b/giu,
    // A week has no date of its own in ISO 8601 as the desk keeps it: its Monday stands for it.
    resolve: ([, which], published) => {
      const monday = addDays(published, -((weekdayOf(published) + 6) % 7));
      return [isoDay(addDays(monday, lower(which) === 'next' ? 7 : -7))];
    },
  },
  {
    words: /\b(last|next|this)\s+month\b/giu,
    resolve: ([, which], published) => [isoMonth(published, steps(which))],
  },
  {
    words: /\b(last|next|this)\s+year\b/giu,
    resolve: ([, which], published) => [String(published.year + steps(which))],
  },
  {
    words: new RegExp(`\\b(?:in|since|until|by|from|during)\\s+${MONTH}\\b(?!\\s*\\d)`, 'giu'),
    resolve: ([, month], published, outlook) => {
      const number = monthNumber(month);
      if (number === published.month) return [`${published.year}-${digits(number)}`];
      const isOver = number < published.month;
      return likeliestFirst(
        `${isOver ? published.year : published.year - 1}-${digits(number)}`,
        `${isOver ? published.year + 1 : published.year}-${digits(number)}`,
        outlook,
      );
    },
  },
];

/** Words by which a sentence speaks of the future: what it names is then more likely still to come. */
const COMING =
  /\b(?:will|shall|won['’]t|planned|plans|due|scheduled|expected|upcoming|next|going to|(?:is|are|was|were) to)\b|['’]ll\b/iu;

/** An infinitive may speak of the future ("agreed to meet on Friday"), but seldom does. */
const INFINITIVE = /\bto\s+(?!(?:the|a|an|his|her|their|its|our|this|that)\b)\p{Ll}+/u;

/**
 * The dates that a text names, in text order, not overlapping. `publishedOn` as articles carry it; without a day in it
 * nothing relative can be resolved and only dates written in full are found. `sentence` is what tells past from
 * future, the text itself where it is absent.
 */
export function findDates(text: string, publishedOn: string | undefined, sentence = text): FoundDate[] {
  const published = publishedOn === undefined ? undefined : dayOf(publishedOn);
  const matched: FoundDate[] = [];
  for (const { words, resolve } of published === undefined ? readings.slice(0, 4) : readings) {
    for (const match of text.matchAll(words)) {
      const start = match.index;
      const end = start + match[0].length;
      if (matched.some((other) => start < other.end && other.start < end)) continue;
      const outlook = outlookOf(sentence.replace(match[0], ' '));
      const dates = [...new Set(resolve(match, published ?? unknownDay, outlook))];
      matched.push({ start, end, words: match[0], dates });
    }
  }
  return matched.filter(({ dates }) => dates.length > 0).toSorted((one, other) => one.start - other.start);
}

function outlookOf(sentence: string): Outlook {
  if (COMING.test(sentence)) return 'coming';
  return INFINITIVE.test(sentence) ? 'open' : 'past';
}

/** The past date alone, or both of them where the sentence leaves it open, the likelier one first. */
function likeliestFirst(past: string, coming: string, outlook: Outlook): string[] {
  return { past: [past], open: [past, coming], coming: [coming, past] }[outlook];
}

/** Stands in where no day of publication is known; readings that would look at it are not tried. */
const unknownDay: Day = { year: Number.NaN, month: Number.NaN, day: Number.NaN };

/** The last such weekday before the day, one to seven days back. */
function weekdayBefore(day: Day, weekday: number): Day {
  return addDays(day, -((weekdayOf(day) - weekday + 6) % 7) - 1);
}

/** The first such weekday after the day, one to seven days on. */
function weekdayAfter(day: Day, weekday: number): Day {
  return addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}

/** A day and month in the year written, else in the nearest past one (and the nearest coming one). */
function dayInYear(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  published: Day,
  outlook: Outlook,
): string[] {
  const monthAndDay = `${digits(monthNumber(month))}-${digits(Number(day))}`;
  if (year !== undefined) return [`${year}-${monthAndDay}`].filter(isDay);
  if (Number.isNaN(published.year)) return [];
  const years = [published.year - 1, published.year, published.year + 1];
  const candidates = years.map((candidate) => `${candidate}-${monthAndDay}`).filter(isDay);
  const today = isoDay(published);
  const past = candidates.findLast((candidate) => candidate <= today);
  const coming = candidates.find((candidate) => candidate > today);
  return likeliestFirst(past ?? '', coming ?? '', outlook).filter((date) => date !== '');
}

function isDay(written: string): boolean {
  return datePrecision(written) === 'day';
}

function isoMonth({ year, month }: Day, ahead: number): string {
  const count = year * 12 + (month - 1) + ahead;
  return `${Math.floor(count / 12)}-${digits((count % 12) + 1)}`;
}

/** How many months or years on "last", "this" and "next" are. */
function steps(which: string | undefined): number {
  return { last: -1, next: 1 }[lower(which)] ?? 0;
}

function monthNumber(name: string | undefined): number {
  return months.findIndex((month) => month.startsWith(lower(name).slice(0, 3))) + 1;
}

function counted(word: string | undefined): number {
  const place = ['two', 'three', 'four', 'five', 'six'].indexOf(lower(word));
  return place === -1 ? Number(word) : place + 2;
}

function lower(word: string | undefined): string {
  return (word ?? '').toLowerCase();
}

function digits(number: number): string {
  return String(number).padStart(2, '0');
}
