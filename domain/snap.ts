/** What a selection becomes before it is marked: without the white space, and for a quote without the marks, around it. */
import type { Kind } from '@/domain/kinds';
import type { Range } from '@/domain/span';
import { cutsSurrogatePair } from '@/domain/text';

/**
 * Each opening quotation mark with the marks that close it. Some open in one language and close in another. The
 * single ones are apostrophes as well, so that they count only as a pair.
 */
const DOUBLE: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '”': '”',
  '„': '“”',
  '‟': '”',
  '«': '»',
  '»': '«»',
  '「': '」',
  '『': '』',
};
const SINGLE: Readonly<Record<string, string>> = { "'": "'", '‘': '’', '‚': '‘’', '‹': '›', '›': '‹›' };
const CLOSING = '"”“»«」』';

/**
 * The range of a text that a selection of it means: white space at both ends is left out, half characters are
 * completed, and quotation marks around a direct quote stay outside when a quote is made. Undefined when there is
 * nothing but white space. Offsets are UTF-16 code units; applying it twice changes nothing.
 */
export function snapRange(text: string, selected: Range, kind: Kind): Range | undefined {
  const whole = {
    start: cutsSurrogatePair(text, selected.start) ? selected.start - 1 : selected.start,
    end: cutsSurrogatePair(text, selected.end) ? selected.end + 1 : selected.end,
  };
  let range = withoutWhiteSpace(text, whole);
  if (range.start >= range.end) return undefined;
  if (kind !== 'quote') return range;
  for (
    let next = withoutQuotationMarks(text, range);
    next !== undefined;
    next = withoutQuotationMarks(text, range)
  ) {
    range = next;
  }
  return range;
}

function withoutWhiteSpace(text: string, { start, end }: Range): Range {
  const words = text.slice(start, end);
  const from = words.length - words.trimStart().length;
  return from === words.length
    ? { start, end: start }
    : { start: start + from, end: start + words.trimEnd().length };
}

/** The range without one pair of quotation marks, or one that has lost its partner, around it; undefined: none is. */
function withoutQuotationMarks(text: string, { start, end }: Range): Range | undefined {
  const words = text.slice(start, end);
  const [from, to] = enclosing(words);
  if (from === 0 && to === words.length) return undefined;
  const inner = withoutWhiteSpace(text, { start: start + from, end: start + to });
  return inner.start < inner.end ? inner : undefined;
}

/** Where words begin and end without the quotation marks at their edges, as offsets into them. */
function enclosing(words: string): readonly [from: number, to: number] {
  const whole = [0, words.length] as const;
  const first = words.charAt(0);
  const last = words.charAt(words.length - 1);
  if (words.length < 2) return whole;
  const closing = DOUBLE[first] ?? SINGLE[first];
  const inside = words.slice(1, -1);
  if (closing?.includes(last)) return isBalanced(inside, first, closing) ? [1, words.length - 1] : whole;
  const opens = DOUBLE[first];
  if (opens !== undefined && !includesAny(words.slice(1), opens + first)) return [1, words.length];
  const openers = Object.keys(DOUBLE).filter((mark) => DOUBLE[mark]?.includes(last));
  if (CLOSING.includes(last) && !includesAny(words.slice(0, -1), openers.join('') + last)) {
    return [0, words.length - 1];
  }
  return whole;
}

/** Whether every mark that closes inside was opened inside, so that the marks at the edges are one pair. */
function isBalanced(inside: string, opening: string, closing: string): boolean {
  let open = 0;
  for (let at = 0; at < inside.length; at += 1) {
    const mark = inside.charAt(at);
    if (isApostrophe(inside, at)) continue;
    if (closing.includes(mark)) {
      if (open === 0) return false;
      open -= 1;
    } else if (mark === opening) open += 1;
  }
  return open === 0;
}

/** A single mark between two letters belongs to a word. */
function isApostrophe(text: string, at: number): boolean {
  return (
    /['’‘]/.test(text.charAt(at)) && /\p{L}$/u.test(text.slice(0, at)) && /^\p{L}/u.test(text.slice(at + 1))
  );
}

function includesAny(text: string, marks: string): boolean {
  return [...marks].some((mark) => text.includes(mark));
}
