/** Datelines: where a report comes from, before its first sentence. `LONDON (AP) — `, `KYIV, March 2 (Reuters) - `. */
import { AGENCY_NAME } from './credit';
import { parseWrittenDate, WRITTEN_DATE } from './written-date';

export interface Dateline {
  /** UTF-16 offset into the paragraph at which the dateline's dash ends and the report begins, white space included. */
  readonly length: number;
  readonly words: string;
  readonly source: string | undefined;
  readonly publishedOn: string | undefined;
}

const DASH = String.raw`\s*(?:[—–]|--?(?=\s)|:(?=\s))\s*`;
const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ /][\p{Lu}\p{M}.'’-]+){0,4}`;
const PLACE = String.raw`\p{Lu}[\p{L}\p{M}.'’-]+(?:[ /]\p{Lu}[\p{L}\p{M}.'’-]+){0,4}`;
const MORE = String.raw`(?:,\s[\p{L}\p{N}.' ]{2,30}){0,3}`;
const AGENCY = String.raw`\s*\((${AGENCY_NAME})\)`;

/** A place in capitals with a dash, or any place with an agency in brackets and a dash. */
const FORMS = [
  new RegExp(
    String.raw`^(${CAPITALS}${MORE})(?:(?:${AGENCY})?\s*(?:[—–]|--?(?=\s))|${AGENCY}${DASH})\s*`,
    'u',
  ),
  new RegExp(String.raw`^(${PLACE}(?:\s\[[^\]]{2,30}\])?${MORE})${AGENCY}${DASH}`, 'u'),
];

const DATE = new RegExp(WRITTEN_DATE, 'iu');

/** The dateline at the beginning of a paragraph; undefined when there is none. */
export function readDateline(paragraph: string): Dateline | undefined {
  const head = paragraph.slice(0, 160);
  for (const form of FORMS) {
    const match = form.exec(head);
    if (match === null || match[0].length >= paragraph.length) continue;
    const date = DATE.exec(match[0])?.[0];
    return {
      length: match[0].length,
      words: match[0].trim(),
      source: match[2] ?? match[3],
      publishedOn: date === undefined ? undefined : parseWrittenDate(date),
    };
  }
  return undefined;
}
