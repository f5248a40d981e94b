/** What an article opens with, before and in its lead: date, headline, byline, source, dateline, a caption run in. */
import { AGENCY_NAME, creditStart } from './credit';
import { type Dateline, readDateline } from './dateline';
import { type RecognisedFields, type Recognition, type RecognitionKind, recognition } from './draft';
import { fieldWith } from './head-matter';
import { cutAt, type Paragraph, readingOf } from './paragraph';
import { proposeHeadline } from './propose-headline';
import { FINAL_STOP, sentenceEnds } from './sentences';
import { parseWrittenDate, WRITTEN_DATE } from './written-date';

/** Date, byline and the like stand within so many paragraphs before the lead. */
const MOST_BEFORE_LEAD = 6;
const LONGEST_HEADLINE = 140;
const LONGEST_BYLINE = 140;

const DATE_AT_START = new RegExp(
  String.raw`^(?:(?:date|dated|published|publication date)(?:\s+on)?\s*:?\s+)?(${WRITTEN_DATE})(?=$|[\s:|–—-])(?:\s*[:|–—-]+(?=\s))?`,
  'iu',
);
const LABEL_AT_START = /^(?:date|dated|published|publication date)\b/iu;
const BYLINE = /^by:?\s+(\p{Lu}[^.!?]*(?:\.\s?[^.!?]+)*)$/iu;
const AGENCY_LINE = new RegExp(String.raw`^\(?(${AGENCY_NAME})\)?$`, 'iu');
const ADDRESS_LINE = /^https?:\/\/\S+$/iu;

/** What was recognised, and the index of the lead among the paragraphs. Cuts the paragraphs' pieces as it needs. */
export interface Opening {
  readonly recognitions: Recognition[];
  readonly lead: number;
}

/** Recognises the opening; `given` are the fields that the head matter has given already. */
export function recogniseOpening(paragraphs: readonly Paragraph[], given: RecognisedFields): Opening {
  const recognitions: Recognition[] = [];
  const known = new Set<string>(Object.keys(given));
  const add = (recognition: Recognition) => {
    recognitions.push(recognition);
    for (const field of Object.keys(recognition.gives)) known.add(field);
  };
  let lead = 0;
  while (lead < Math.min(MOST_BEFORE_LEAD, paragraphs.length)) {
    const paragraph = paragraphs[lead];
    if (paragraph === undefined) break;
    const date = known.has('publishedOn') || paragraph.isMarked ? undefined : dateOf(paragraph);
    if (date !== undefined) add(date.recognition);
    if (date?.whole !== true) {
      const before = lineBeforeLead(paragraph, paragraphs[lead + 1], known);
      if (before === undefined) break;
      add(before);
    }
    lead += 1;
  }
  const paragraph = paragraphs[lead];
  if (paragraph !== undefined) for (const recognition of recogniseLead(paragraph, known)) add(recognition);
  return { recognitions, lead };
}

/** A date that is the whole paragraph, or stands before its first words; then it is set before the paragraph. */
function dateOf(paragraph: Paragraph): { recognition: Recognition; whole: boolean } | undefined {
  const reading = readingOf(paragraph);
  const match = DATE_AT_START.exec(reading.slice(0, 120));
  if (match === null) return undefined;
  const publishedOn = parseWrittenDate(match[1] ?? '');
  const whole = match[0].length === reading.length;
  const isClear = whole || LABEL_AT_START.test(match[0]) || /^\d{4}-/.test(match[0]);
  if (publishedOn === undefined || !isClear) return undefined;
  const taken = whole ? paragraph.pieces : paragraph.pieces.splice(0, cutAt(paragraph, match[0].length));
  if (!whole) paragraph.before.push(...taken);
  return { recognition: recognition('date', taken, { publishedOn }, { takes: taken.map(keyOf) }), whole };
}

/** A line of its own before the lead: byline, source or headline. */
function lineBeforeLead(
  paragraph: Paragraph,
  next: Paragraph | undefined,
  known: ReadonlySet<string>,
): Recognition | undefined {
  const reading = readingOf(paragraph);
  if (reading.length > LONGEST_HEADLINE || next === undefined) return undefined;
  const author = reading.length <= LONGEST_BYLINE ? BYLINE.exec(reading)?.[1] : undefined;
  if (author !== undefined && !known.has('byline')) {
    return taking('byline', paragraph, fieldWith('byline', author));
  }
  const agency = AGENCY_LINE.exec(reading)?.[1];
  if (agency !== undefined && !known.has('source')) {
    return taking('source', paragraph, fieldWith('source', agency));
  }
  if (ADDRESS_LINE.test(reading) && !known.has('sourceUrl')) {
    const gives = fieldWith('sourceUrl', reading);
    if (gives.sourceUrl !== undefined) return taking('source', paragraph, gives);
  }
  if (!known.has('headline') && isHeadline(paragraph, reading)) {
    return taking('headline', paragraph, fieldWith('headline', reading));
  }
  return undefined;
}

function taking(kind: RecognitionKind, { pieces }: Paragraph, gives: RecognisedFields): Recognition {
  return recognition(kind, pieces, gives, { takes: pieces.map(keyOf) });
}

function keyOf({ key }: { key: number }): number {
  return key;
}

function isHeadline(paragraph: Paragraph, reading: string): boolean {
  const [first] = paragraph.pieces;
  if (first?.type === 'heading') return true;
  if (first?.type !== 'paragraph' || paragraph.lines > 2 || paragraph.isMarked) return false;
  if (!/\p{L}.*\p{L}/su.test(reading) || readDateline(reading) !== undefined) return false;
  if (creditStart(reading) !== undefined) return false;
  return /[?!]$/u.test(reading) || (!FINAL_STOP.test(reading) && !/[,;:،؛]$/u.test(reading));
}

/** The lead's dateline, its caption with the credit, and a headline from its first sentence when there is none. */
function recogniseLead(paragraph: Paragraph, known: ReadonlySet<string>): Recognition[] {
  const reading = readingOf(paragraph);
  const dateline = readDateline(reading);
  const captions = captionRunIn(paragraph, reading);
  return [
    ...(dateline === undefined ? [] : [recogniseDateline(paragraph, dateline, known)]),
    ...captions,
    ...(known.has('headline') ? [] : headlineFrom(paragraph, reading, dateline, captions)),
  ];
}

/** A dateline stays in the text; it may tell the source and the day. */
function recogniseDateline(
  paragraph: Paragraph,
  dateline: Dateline,
  known: ReadonlySet<string>,
): Recognition {
  const { source, publishedOn, words } = dateline;
  return {
    ...recognition('dateline', paragraph.pieces.slice(0, 1), {
      ...(source === undefined || known.has('source') ? {} : { source }),
      ...(publishedOn === undefined || known.has('publishedOn') ? {} : { publishedOn }),
    }),
    says: words,
  };
}

function headlineFrom(
  paragraph: Paragraph,
  reading: string,
  dateline: Dateline | undefined,
  [caption]: readonly Recognition[],
): Recognition[] {
  const report = reading.slice(0, caption === undefined ? undefined : reading.lastIndexOf(caption.says));
  const headline = proposeHeadline(report.slice(dateline?.length ?? 0));
  if (headline === '') return [];
  return [{ ...recognition('headline', paragraph.pieces.slice(0, 1), { headline }), says: headline }];
}

/** The caption is the last sentence before a credit that ends the lead, when another sentence stands before it. */
function captionRunIn(paragraph: Paragraph, reading: string): Recognition[] {
  const credit = creditStart(reading);
  if (credit === undefined) return [];
  const start = sentenceEnds(reading.slice(0, credit).trimEnd()).at(-2);
  if (start === undefined) return [];
  const captionIndex = cutAt(paragraph, start);
  const creditIndex = cutAt(paragraph, credit);
  const caption = paragraph.pieces.slice(captionIndex, creditIndex);
  const signature = paragraph.pieces.slice(creditIndex);
  const [first] = caption;
  if (first === undefined) return [];
  return [
    {
      ...recognition('caption', caption, {}),
      says: reading.slice(start, credit).trim(),
      starts: [{ key: first.key, type: 'caption' }],
    },
    recognition('credit', signature, {}, { continues: signature.slice(0, 1).map(keyOf) }),
  ];
}
