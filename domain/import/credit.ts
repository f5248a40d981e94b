/** Photo credits and agency signatures: `(AP)`, `(AP Photo/Name)`, `(Reuters)`, `(Photo by Name)`. */

/** Agencies as they sign, in any case of letters. */
const AGENCIES = [
  'AAP',
  'AFP',
  'Alamy',
  'ANI',
  'ANSA',
  'AP',
  'APA',
  'Associated Press',
  'Belga',
  'Bloomberg',
  'CNA',
  'CP',
  'CTK',
  'dpa',
  'EFE',
  'EPA',
  'Getty',
  'Getty Images',
  'IANS',
  'Interfax',
  'Keystone',
  'Kyodo',
  'Kyodo News',
  'Lusa',
  'MTI',
  'NTB',
  'PA',
  'PA Media',
  'PAP',
  'Press Association',
  'PTI',
  'Reuters',
  'Ritzau',
  'SID',
  'TASS',
  'TT',
  'Ukrinform',
  'UPI',
  'Xinhua',
  'Yonhap',
] as const;

const AGENCY = AGENCIES.map((name) => name.replace(' ', String.raw`\s`)).join('|');

/** Matches one agency's name, to be built into larger patterns with the flag `i`. */
export const AGENCY_NAME = `(?:${AGENCY})`;

const CREDIT = new RegExp(
  String.raw`\((?:(?:File\s)?(?:Photo|Picture|Image|Credit)s?\b[^()]{0,60}|${AGENCY_NAME}(?:\s(?:file\s)?(?:photo|image|pic)s?)?(?:\s?[/|,]\s?[^()]{1,50})?|[^()]{1,50}\s?[/|]\s?${AGENCY_NAME}|via\s${AGENCY_NAME})\)[.]?$`,
  'iu',
);

/** No credit is longer. */
const LONGEST_CREDIT = 90;

/** The offset in `text` at which the credit that ends it begins; undefined when none does. */
export function creditStart(text: string): number | undefined {
  const from = Math.max(0, text.length - LONGEST_CREDIT);
  const match = CREDIT.exec(text.slice(from));
  return match === null ? undefined : from + match.index;
}
