/**
 * The details of a mark as rows of name and value, those that are filled in, in the order of cards and forms. Whose or
 * what it is stands above them already.
 */
import type { Annotation } from '@/domain/annotation';
import { escapeHtml } from '@/domain/export/html/escape';
import { writtenDate } from '@/domain/export/html/written-date';
import type { ClaimDetails, EventDetails, Evidence, Party, QuoteDetails } from '@/domain/kinds';
import { detailWords, valueWords } from '@/domain/words';

export interface DetailRow {
  readonly name: string;
  /** Escaped. */
  readonly html: string;
}

export function detailRows(annotation: Annotation): DetailRow[] {
  switch (annotation.kind) {
    case 'quote':
      return filled(quoteRows(annotation.details));
    case 'claim':
      return filled(claimRows(annotation.details));
    case 'event':
      return filled(eventRows(annotation.details));
  }
}

type MaybeRow = readonly [name: string, html: string | undefined];

function filled(rows: readonly MaybeRow[]): DetailRow[] {
  return rows.flatMap(([name, html]) => (html === undefined ? [] : [{ name, html }]));
}

function quoteRows(details: QuoteDetails): MaybeRow[] {
  const words = detailWords.quote;
  const values = valueWords.quote;
  return [
    [words.directness, values.directness[details.directness]],
    [words.cue, textHtml(details.cue)],
    [words.saidTo, textHtml(details.saidTo)],
    [words.saidOn, dateHtml(details.saidOn)],
    [words.verbatim, details.verbatim && values.verbatim[details.verbatim]],
  ];
}

function claimRows(details: ClaimDetails): MaybeRow[] {
  const words = detailWords.claim;
  const values = valueWords.claim;
  return [
    [words.statement, textHtml(details.statement)],
    [words.type, details.type && values.type[details.type]],
    [words.checkWorthiness, details.checkWorthiness && values.checkWorthiness[details.checkWorthiness]],
    [words.rating, details.rating && values.rating[details.rating]],
    [words.explanation, textHtml(details.explanation)],
    [words.evidence, listHtml(details.evidence?.map(evidenceHtml))],
  ];
}

function eventRows(details: EventDetails): MaybeRow[] {
  const words = detailWords.event;
  const values = valueWords.event;
  return [
    [words.type, details.type && values.type[details.type]],
    [words.startsOn, dateHtml(details.startsOn)],
    [words.endsOn, dateHtml(details.endsOn)],
    [words.place, textHtml(details.place)],
    [words.participants, listHtml(details.participants?.map((name) => textHtml(name)))],
    [words.status, details.status && values.status[details.status]],
  ];
}

/** Text that people wrote, in its own direction. */
export function textHtml(text: string): string;
export function textHtml(text: string | undefined): string | undefined;
export function textHtml(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `<bdi>${escapeHtml(text)}</bdi>`;
}

/** Who speaks or claims, with role, or what happens. */
export function subjectHtml(annotation: Annotation): string | undefined {
  switch (annotation.kind) {
    case 'quote':
      return partyHtml(annotation.details.speaker);
    case 'claim':
      return partyHtml(annotation.details.claimant);
    case 'event':
      return textHtml(annotation.details.title);
  }
}

function partyHtml(party: Party | undefined): string | undefined {
  if (party === undefined) return undefined;
  return party.role === undefined ? textHtml(party.name) : `${textHtml(party.name)}, ${textHtml(party.role)}`;
}

/** A date as readers write it, and as it is stored for programs. */
function dateHtml(date: string | undefined): string | undefined {
  return date === undefined
    ? undefined
    : `<time datetime="${escapeHtml(date)}">${escapeHtml(writtenDate(date))}</time>`;
}

/** The address is written out: a printed page has no links. */
function evidenceHtml({ url, title, accessedOn }: Evidence): string {
  const link = `<a class="link" href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(url)}</a>`;
  const titled = title === undefined ? link : `${textHtml(title)} ${link}`;
  return accessedOn === undefined ? titled : `${titled} (accessed on ${dateHtml(accessedOn)})`;
}

function listHtml(items: readonly string[] | undefined): string | undefined {
  if (items === undefined || items.length === 0) return undefined;
  return items.length === 1 ? items[0] : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}
