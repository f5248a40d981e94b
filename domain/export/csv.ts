/**
 * A table for spreadsheets: one row a mark, headings and values in the words of the screen. RFC 4180 with CRLF, and a
 * byte order mark, without which Excel takes UTF-8 for something else. Offsets are UTF-16 code units, which is what
 * spreadsheets count.
 *
 * A cell that begins with one of `= + - @`, tab or line break could be computed by the program that opens it (CWE-1236);
 * it gets an apostrophe before it.
 */
import type { Annotation } from '@/domain/annotation';
import type { Loss } from '@/domain/contract/export';
import type { ExportDocument } from '@/domain/export/document';
import type { FormatWriter } from '@/domain/export/format';
import { annotationIri } from '@/domain/export/iris';
import type { Evidence } from '@/domain/kinds';
import { sentenceAround } from '@/domain/sentence';
import {
  anchorWords,
  checkWorthinessWords,
  claimTypeWords,
  decisionWords,
  directnessWords,
  eventStatusWords,
  eventTypeWords,
  kindWords,
  ratingWords,
  reasonWords,
  statusWords,
  verbatimWords,
} from '@/domain/words';

const BYTE_ORDER_MARK = '\uFEFF';
/** Between the parts of a mark, the labels, the participants and the evidence of one cell. */
const SEPARATOR = ' | ';

export const csv: FormatWriter = {
  id: 'csv',
  name: 'Table',
  use: 'One row a mark, for a spreadsheet.',
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  write,
  losses,
};

type Cell = string | number | undefined;

/** The columns in order. A scripted reader finds them by their headings, which stay as they are. */
const columns: readonly (readonly [heading: string, cell: (mark: MarkAt) => Cell])[] = [
  ['number', (mark) => mark.number],
  ['kind', ({ annotation }) => kindWords[annotation.kind]],
  ['status', ({ annotation }) => statusWords[annotation.status]],
  ['words', ({ annotation }) => annotation.spans.map((span) => span.exact).join(SEPARATOR)],
  ['sentence', ({ annotation, text }) => sentencesOf(text, annotation)],
  ['start', ({ annotation }) => annotation.spans.map((span) => span.start).join(SEPARATOR)],
  ['end', ({ annotation }) => annotation.spans.map((span) => span.end).join(SEPARATOR)],
  ['revision', ({ annotation }) => annotation.revision],
  ['anchor', ({ annotation }) => anchorWords[annotation.anchor]],
  ['speaker', quote((details) => details.speaker?.name)],
  ['speaker role', quote((details) => details.speaker?.role)],
  ['directness', quote((details) => directnessWords[details.directness])],
  ['cue', quote((details) => details.cue)],
  ['said to', quote((details) => details.saidTo)],
  ['said on', quote((details) => details.saidOn)],
  ['verbatim', quote((details) => details.verbatim && verbatimWords[details.verbatim])],
  ['claimant', claim((details) => details.claimant?.name)],
  ['claimant role', claim((details) => details.claimant?.role)],
  ['statement', claim((details) => details.statement)],
  ['claim type', claim((details) => details.type && claimTypeWords[details.type])],
  ['check-worthiness', claim(({ checkWorthiness: worth }) => worth && checkWorthinessWords[worth])],
  ['rating', claim((details) => details.rating && ratingWords[details.rating])],
  ['explanation', claim((details) => details.explanation)],
  ['evidence', claim((details) => details.evidence?.map(evidenceText).join(SEPARATOR))],
  ['event', event((details) => details.title)],
  ['event type', event((details) => details.type && eventTypeWords[details.type])],
  ['starts on', event((details) => details.startsOn)],
  ['ends on', event((details) => details.endsOn)],
  ['place', event((details) => details.place)],
  ['participants', event((details) => details.participants?.join(SEPARATOR))],
  ['event status', event((details) => details.status && eventStatusWords[details.status])],
  ['labels', ({ annotation }) => annotation.labels.join(SEPARATOR)],
  ['note', ({ annotation }) => annotation.note],
  ['author', ({ annotation }) => annotation.author.name],
  ['last changed by', ({ annotation }) => annotation.lastChangedBy.name],
  ['made at', ({ annotation }) => annotation.createdAt],
  ['changed at', ({ annotation }) => annotation.updatedAt],
  ['decision', ({ annotation: { review } }) => review && decisionWords[review.decision]],
  ['decided by', ({ annotation }) => annotation.review?.by.name],
  ['decided at', ({ annotation }) => annotation.review?.at],
  ['reason', ({ annotation: { review } }) => review?.reason && reasonWords[review.reason]],
  ['review note', ({ annotation }) => annotation.review?.note],
  ['headline', (mark) => mark.document.article.headline],
  ['address', (mark) => annotationIri(mark.document, mark.annotation.id)],
];

interface MarkAt {
  readonly document: ExportDocument;
  readonly annotation: Annotation;
  readonly text: string;
  /** From 1, in text order. */
  readonly number: number;
}

function* write(document: ExportDocument): Generator<string> {
  yield BYTE_ORDER_MARK + row(columns.map(([heading]) => heading));
  const { text } = document.article.revision;
  for (const [index, annotation] of document.annotations.entries()) {
    const mark = { document, annotation, text, number: index + 1 };
    yield row(columns.map(([, cell]) => cell(mark)));
  }
}

type OfKind<K extends Annotation['kind']> = Extract<Annotation, { kind: K }>['details'];

function quote(cell: (details: OfKind<'quote'>) => Cell): (mark: MarkAt) => Cell {
  return ({ annotation }) => (annotation.kind === 'quote' ? cell(annotation.details) : undefined);
}

function claim(cell: (details: OfKind<'claim'>) => Cell): (mark: MarkAt) => Cell {
  return ({ annotation }) => (annotation.kind === 'claim' ? cell(annotation.details) : undefined);
}

function event(cell: (details: OfKind<'event'>) => Cell): (mark: MarkAt) => Cell {
  return ({ annotation }) => (annotation.kind === 'event' ? cell(annotation.details) : undefined);
}

/** The sentences around a mark's spans, each once. */
function sentencesOf(text: string, annotation: Annotation): string {
  const sentences = annotation.spans.map((span) => {
    const { start, end } = sentenceAround(text, span);
    return text.slice(start, end);
  });
  return [...new Set(sentences)].join(SEPARATOR);
}

function evidenceText({ title, url, accessedOn }: Evidence): string {
  const link = title === undefined ? url : `${title} <${url}>`;
  return accessedOn === undefined ? link : `${link} (${accessedOn})`;
}

function row(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === undefined || cell === '') return '';
  if (typeof cell === 'number') return String(cell);
  return `"${(isFormula(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
}

/** Whether a spreadsheet could take the text for something to compute; full-width signs count in some locales. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}

function losses(document: ExportDocument): Loss[] {
  const { text } = document.article.revision;
  const lost: Loss[] = [
    { message: 'The article’s text stays behind but for the marked words and the sentences around them.' },
  ];
  if (document.reviews.length > document.annotations.filter(({ review }) => review !== undefined).length) {
    lost.push({ message: 'Of each mark’s decisions only the newest goes along.' });
  }
  for (const [index, annotation] of document.annotations.entries()) {
    const mark = { document, annotation, text, number: index + 1 };
    const isChanged = columns.some(([, cell]) => {
      const content = cell(mark);
      return typeof content === 'string' && isFormula(content);
    });
    if (isChanged) {
      lost.push({
        annotationId: annotation.id,
        message: 'An apostrophe is put before what a spreadsheet would take for a formula.',
      });
    }
  }
  return lost;
}
