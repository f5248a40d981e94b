/** The details that follow from the words alone, so that one key makes a whole mark. People mend them on the card. */
import type { Kind, Tagging } from '@/domain/kinds';
import type { Range } from '@/domain/span';

/** Opening and closing quotation marks of the usual languages, straight ones included. */
const QUOTATION_MARK = /["“”„‟«»‹›「」『』]/u;
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

/** Direct when quotation marks enclose every range, mixed when some stand inside, indirect when there are none. */
function directnessOf(text: string, ranges: readonly Range[]): 'direct' | 'indirect' | 'mixed' {
  const enclosed = ranges.every(
    ({ start, end }) =>
      QUOTATION_MARK.test(text.slice(Math.max(0, start - 1), start + 1)) &&
      QUOTATION_MARK.test(text.slice(end - 1, end + 2)),
  );
  if (enclosed) return 'direct';
  return ranges.some(({ start, end }) => QUOTATION_MARK.test(text.slice(start, end))) ? 'mixed' : 'indirect';
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
