/** The details that follow from the words alone, so that one key makes a whole mark. People mend them on the card. */
import type { Kind, Tagging } from '@/domain/kinds';
import type { Range } from '@/domain/span';

/** Quotation marks of the usual languages, straight ones included. */
const QUOTATION_MARKS = /["“”„‟«»‹›「」『』]/gu;
const LONGEST_TITLE = 120;

/** Kind and required details for marks of these ranges of a text. Nothing is guessed that the words do not show. */
export function initialTagging(kind: Kind, text: string, ranges: readonly Range[]): Tagging {
  switch (kind) {
    case 'quote':
      return { kind, details: { directness: directnessOf(text, ranges) } };
    case 'claim':
      return { kind, details: {} };
    case 'event':
      return { kind, details: { title: titleOf(text, ranges) } };
  }
}

/** Direct when every range lies inside one quotation, mixed when quotation marks stand inside, else indirect. */
function directnessOf(text: string, ranges: readonly Range[]): 'direct' | 'indirect' | 'mixed' {
  if (ranges.every((range) => isInsideQuotation(text, range))) return 'direct';
  return ranges.some(({ start, end }) => countQuotationMarks(text.slice(start, end)) > 0)
    ? 'mixed'
    : 'indirect';
}

/**
 * Whether a quotation is open where the range begins, its own marks at either edge left out, and does not end within
 * it. In a block every mark opens or closes, whichever language's it is: „…“, “…” and »…« then need no telling apart.
 */
function isInsideQuotation(text: string, range: Range): boolean {
  const words = text.slice(range.start, range.end);
  const opening = /^\s*["“”„‟«»‹›「」『』]?/u.exec(words)?.[0].length ?? 0;
  const core = words.slice(opening).replace(/["“”„‟«»‹›「」『』][.,]?\s*$/u, '');
  const block = range.start === 0 ? 0 : text.lastIndexOf('\n', range.start - 1) + 1;
  const before = countQuotationMarks(text.slice(block, range.start + opening));
  return before % 2 === 1 && countQuotationMarks(core) === 0;
}

function countQuotationMarks(text: string): number {
  return text.match(QUOTATION_MARKS)?.length ?? 0;
}

/** The first range's words on one line, cut between words where they are long. */
function titleOf(text: string, ranges: readonly Range[]): string {
  const first = ranges[0];
  if (first === undefined) throw new Error('a mark has at least one range');
  const words = text.slice(first.start, first.end).replace(/\s+/g, ' ').trim();
  if (words.length <= LONGEST_TITLE) return words;
  const cut = words.lastIndexOf(' ', LONGEST_TITLE - 1);
  return `${words.slice(0, cut > LONGEST_TITLE / 2 ? cut : LONGEST_TITLE - 1).toWellFormed()}…`;
}
