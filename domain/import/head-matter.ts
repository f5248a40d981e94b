/** Labelled lines at the head of a text: `Title: …`, `date: …`, with or without the fences of front matter. */
import { ArticleFields } from '@/domain/article';
import { type Piece, type RecognisedFields, type Recognition, recognition } from './draft';
import { parseWrittenDate } from './written-date';

const labels: Readonly<Record<string, keyof RecognisedFields>> = {
  title: 'headline',
  headline: 'headline',
  date: 'publishedOn',
  published: 'publishedOn',
  'publication date': 'publishedOn',
  by: 'byline',
  byline: 'byline',
  author: 'byline',
  source: 'source',
  agency: 'source',
  url: 'sourceUrl',
  link: 'sourceUrl',
  lang: 'language',
  language: 'language',
};

const kindOf = {
  headline: 'headline',
  publishedOn: 'date',
  byline: 'byline',
  source: 'source',
  sourceUrl: 'source',
  language: 'language',
} as const satisfies Record<keyof RecognisedFields, Recognition['kind']>;

const LABELLED = /^\s*([A-Za-z][A-Za-z ]{1,20}?)\s*:\s+(\S.*?)\s*$/;
const FENCE = /^-{3,}\s*$/;

/** A head is short; further down such lines belong to the text. */
const MOST_LINES = 30;

export interface HeadMatter {
  readonly pieces: Piece[];
  readonly recognitions: Recognition[];
  /** Where the text behind the head begins in the source. */
  readonly end: number;
}

/**
 * The labelled lines that a normalised source begins with. Inside fences every line leaves the text; without fences
 * only those whose label and value are understood, and the first other line ends the head.
 */
export function readHeadMatter(source: string): HeadMatter {
  const pieces: Piece[] = [];
  const recognitions: Recognition[] = [];
  const given = new Set<string>();
  const lines = headLines(source);
  const fence = lines.findIndex(({ text }, index) => index > 0 && FENCE.test(text));
  const fenced = fence > 0 && FENCE.test(lines[0]?.text ?? '');
  let end = 0;
  for (const [index, { text, start }] of lines.entries()) {
    const isFence = fenced && (index === 0 || index === fence);
    const blank = text.trim() === '';
    const fields = isFence ? {} : fieldsOf(text);
    const [field] = Object.keys(fields) as (keyof RecognisedFields)[]; // fieldsOf makes no other keys
    const fresh = field !== undefined && !given.has(field);
    if (!fenced && !blank && !fresh) break;
    if (fenced && index > fence) break;
    end = start + text.length + 1;
    if (blank) {
      if (!fenced && pieces.length > 0) break;
      continue;
    }
    const trimmed = text.trim();
    const key = start + text.indexOf(trimmed);
    const piece: Piece = { key, text: trimmed, marks: [], join: 'block', type: 'paragraph' };
    pieces.push(piece);
    if (fresh) given.add(field);
    recognitions.push(
      recognition(fresh ? kindOf[field] : 'headMatter', [piece], fresh ? fields : {}, { takes: [key] }),
    );
  }
  return { pieces, recognitions, end: pieces.length === 0 ? 0 : Math.min(end, source.length) };
}

function headLines(source: string): { text: string; start: number }[] {
  const lines: { text: string; start: number }[] = [];
  let start = 0;
  while (lines.length < MOST_LINES && start < source.length) {
    const feed = source.indexOf('\n', start);
    const end = feed === -1 ? source.length : feed;
    lines.push({ text: source.slice(start, end), start });
    start = end + 1;
  }
  return lines;
}

/** The one field that a labelled line gives, when its value is one that the field takes. */
function fieldsOf(line: string): RecognisedFields {
  if (line.length > 600) return {};
  const match = LABELLED.exec(line);
  const field = labels[(match?.[1] ?? '').toLowerCase()];
  if (match === null || field === undefined) return {};
  const written = (match[2] ?? '').replace(/^(["'])(.*)\1$/, '$2');
  const isAddress = field === 'source' && /^https?:\/\/\S+$/.test(written);
  return fieldWith(isAddress ? 'sourceUrl' : field, written);
}

/** A field with a value that its shape takes; nothing when it does not. */
export function fieldWith(field: keyof RecognisedFields, written: string): RecognisedFields {
  const value = field === 'publishedOn' ? parseWrittenDate(written) : written;
  const parsed = ArticleFields.shape[field].safeParse(value);
  return parsed.success && parsed.data !== undefined ? { [field]: parsed.data } : {};
}
