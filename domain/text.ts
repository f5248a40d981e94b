/**
 * Text as the desk keeps it. Offsets inside are UTF-16 code units, `[start, end)`; formats that count Unicode code
 * points convert at their edge with the pair of functions here.
 */
import { z } from 'zod';

/**
 * Text normalised as every article's text is, once, at import: CRLF and CR become LF, NUL goes, lone surrogates
 * become U+FFFD, the rest is NFC. Applying it twice changes nothing.
 */
export function normaliseText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed().normalize('NFC');
}

/** A character that never joins what stands before it, and what may join it: a text may be normalised by these. */
const PIECE = /[\x20-\x7e\u4e00-\u9fff]?[^\x20-\x7e\u4e00-\u9fff]*/gu;
/** UTF-16 code units between two places whose normalised offsets are kept. */
const STRIDE = 256;

/**
 * A converter of offsets into a text to the lengths of what is before them when normalised (UTF-16 code units both).
 * Built once in O(length), so that many offsets into a long text stay cheap.
 */
export function normalisedOffsets(text: string): (offset: number) => number {
  if (normaliseText(text) === text) return (offset) => offset;
  const places = [0];
  const normals = [0];
  let [place, normal] = [0, 0];
  for (const { index } of text.matchAll(PIECE)) {
    if (index - place < STRIDE) continue;
    normal += normaliseText(text.slice(place, index)).length;
    place = index;
    places.push(place);
    normals.push(normal);
  }
  return (offset) => {
    const kept = countBelow(places, offset + 1) - 1;
    return (normals[kept] ?? 0) + normaliseText(text.slice(places[kept] ?? 0, offset)).length;
  };
}

/** Whether an offset falls between the two halves of a surrogate pair. Offsets outside the text do not. */
export function cutsSurrogatePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * A converter of UTF-16 offsets into code-point offsets of the same text (W3C TextPositionSelector, brat, spaCy
 * count those). Built once in O(length), asked in O(log of the number of pairs). An offset inside a pair counts as
 * the pair's start.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  const pairs = surrogatePairs(text);
  return (offset) => offset - countBelow(pairs, offset + 1);
}

/** The inverse of `codePointOffsets`: code-point offsets of the text become UTF-16 offsets. */
export function codeUnitOffsets(text: string): (offset: number) => number {
  const pairs = surrogatePairs(text).map((unit, index) => unit - 1 - index);
  return (offset) => offset + countBelow(pairs, offset);
}

/** The offsets of all low halves, ascending. */
function surrogatePairs(text: string): number[] {
  const offsets: number[] = [];
  for (let unit = 1; unit < text.length; unit += 1) {
    if (cutsSurrogatePair(text, unit)) offsets.push(unit);
  }
  return offsets;
}

/** How many of the ascending numbers lie below the limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Number.POSITIVE_INFINITY) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A string that people or tools send beside an article's text: well-formed, without NUL, at most `max` UTF-16 code
 * units. It is stored as it came.
 */
export function plainString(max: number) {
  return z
    .string()
    .max(max, `at most ${max} characters`)
    .refine((value) => value.isWellFormed() && !value.includes('\0'), 'holds a NUL or half a character');
}

/** As `plainString`, with white space at the ends taken off, and not empty after that. */
export function filledString(max: number) {
  return plainString(max).pipe(z.string().trim().min(1, 'is empty'));
}
