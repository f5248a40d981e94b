/** Ranges of a text, and the spans that annotations keep of them: range, words and context. */
import { z } from 'zod';
import type { Issue } from '@/domain/refusal';
import { cutsSurrogatePair } from '@/domain/text';

/** How many UTF-16 code units of context a span keeps on either side; fewer at the text's ends. */
export const CONTEXT_LENGTH = 32;

const Offset = z.int('is not a whole number').nonnegative('is before the text begins');

/** UTF-16 code units into the named revision's text, end exclusive. */
export const Range = z.strictObject({ start: Offset, end: Offset });
export type Range = z.infer<typeof Range>;

/** A range with its words and up to `CONTEXT_LENGTH` code units of text before and after them. */
export const Span = Range.extend({ exact: z.string(), prefix: z.string(), suffix: z.string() });
export type Span = z.infer<typeof Span>;

/** The ranges of one annotation as they are sent, in any order. */
export const Ranges = z.array(Range).min(1, 'holds no span').max(50, 'holds more than 50 spans');

/**
 * The spans of the ranges in text order, with words and context cut from `text`; or what is wrong with them, by the
 * index of the range as it was sent (`spans.1.end`). Nothing is snapped or mended here.
 */
export function describeSpans(
  text: string,
  ranges: readonly Range[],
): { readonly spans: Span[] } | { readonly issues: Issue[] } {
  const issues = ranges.flatMap((range, index) => rangeIssues(text, range, `spans.${index}`));
  const ordered = ranges
    .map((range, index) => ({ ...range, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const [place, range] of ordered.entries()) {
    const before = ordered[place - 1];
    if (before !== undefined && range.start < before.end) {
      issues.push({ path: `spans.${range.index}`, message: `overlaps spans.${before.index}` });
    }
  }
  if (issues.length > 0) return { issues };
  return { spans: ordered.map(({ start, end }) => describeSpan(text, { start, end })) };
}

function rangeIssues(text: string, { start, end }: Range, path: string): Issue[] {
  if (end > text.length)
    return [{ path: `${path}.end`, message: `lies outside the text of ${text.length} characters` }];
  if (start >= end) return [{ path, message: 'is empty' }];
  if (text.slice(start, end).trim() === '') return [{ path, message: 'holds nothing but white space' }];
  return [
    ...(cutsSurrogatePair(text, start)
      ? [{ path: `${path}.start`, message: 'cuts a character in two' }]
      : []),
    ...(cutsSurrogatePair(text, end) ? [{ path: `${path}.end`, message: 'cuts a character in two' }] : []),
  ];
}

/** A range with its words and its context; context never begins or ends with half a character. */
function describeSpan(text: string, { start, end }: Range): Span {
  const from = Math.max(0, start - CONTEXT_LENGTH);
  const to = Math.min(text.length, end + CONTEXT_LENGTH);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(cutsSurrogatePair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, cutsSurrogatePair(text, to) ? to - 1 : to),
  };
}
