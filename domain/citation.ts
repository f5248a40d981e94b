/** A mark as one line for a content system: “words,” speaker, role (source, date). */
import type { Annotation } from '@/domain/annotation';
import type { Party } from '@/domain/kinds';
import { datePrecision } from '@/domain/time';

/** What of the article a citation names. */
export interface CitedArticle {
  readonly source?: string | undefined;
  readonly publishedOn?: string | undefined;
}

/**
 * The citation of a mark. The words of several spans are joined by an ellipsis and stand as they are but for a final
 * comma or stop: before a speaker it gives way to the comma, and where nobody follows a comma is left out. The date is
 * that of the saying where it is known, else of publication. What is not known is left out with its punctuation.
 */
export function cite(
  annotation: Pick<Annotation, 'kind' | 'details' | 'spans'>,
  article: CitedArticle,
): string {
  const words = annotation.spans.map((span) => span.exact.replace(/\s+/g, ' ')).join(' … ');
  const { party, date } = attribution(annotation);
  const who =
    party === undefined ? '' : [party.name, party.role].filter((part) => part !== undefined).join(', ');
  const when = date ?? article.publishedOn;
  const where = [article.source, when === undefined ? undefined : writeDate(when)].filter(
    (part) => part !== undefined,
  );
  const quoted = who === '' ? `“${words.replace(/[,;:]$/, '')}”` : `“${beforeSpeaker(words)}” ${who}`;
  return where.length === 0 ? quoted : `${quoted} (${where.join(', ')})`;
}

/** Who said it and when, as far as the details tell. */
function attribution(annotation: Pick<Annotation, 'kind' | 'details'>): {
  party?: Party | undefined;
  date?: string | undefined;
} {
  const details = annotation.details;
  if ('directness' in details) return { party: details.speaker, date: details.saidOn };
  if ('title' in details) return { date: details.startsOn };
  return 'claimant' in details ? { party: details.claimant } : {};
}

/** Words that end in a question or exclamation mark keep it and need no comma. */
function beforeSpeaker(words: string): string {
  return /[?!…]$/.test(words) ? words : `${words.replace(/[.,;:]$/, '')},`;
}

const formats = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A date in words as precise as it was written: `2 March 2025`. The time of day and its zone are left out. */
export function writeDate(written: string): string {
  const precision = datePrecision(written);
  if (precision === undefined) return written;
  const format = formats[precision === 'time' ? 'day' : precision];
  const [year = '', month = '01', day = '01'] = written.slice(0, 10).split('-');
  return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: 'UTC' }).format(
    new Date(`${year}-${month}-${day}T00:00:00Z`),
  );
}
