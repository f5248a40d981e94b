/**
 * Where a sentence begins and ends, by a rule that never changes: decisions are bound to the sentence around the words,
 * and a rule that came with the runtime (`Intl.Segmenter`) would re-open them whenever the runtime's data changes.
 */
import type { Range } from '@/domain/span';

/**
 * A final stop with what closes behind it, followed by white space; ideographic stops need none. A run of stops is tried
 * from its first one only: from each of them, a line of dots would take time with the square of its length.
 */
const SENTENCE_END = /(?<![.!?…؟۔])[.!?…؟۔]+["'”’»›)\]]*(?=\s)|[。！？]+["'”’»›」』）]*/gu;

/**
 * The sentence or sentences that a range touches, without the white space around them; never across a line feed, that
 * is a block's edge, unless the range itself does. Offsets in UTF-16 code units.
 */
export function sentenceAround(text: string, range: Range): Range {
  const from = range.start === 0 ? 0 : text.lastIndexOf('\n', range.start - 1) + 1;
  const lineEnd = text.indexOf('\n', Math.max(range.start, range.end - 1));
  const to = lineEnd === -1 ? text.length : Math.max(lineEnd, range.end);
  let start = from;
  let end = to;
  for (const match of text.slice(from, to).matchAll(SENTENCE_END)) {
    const stop = from + match.index + match[0].length;
    if (stop <= range.start) start = stop;
    else if (stop >= range.end) {
      end = stop;
      break;
    }
  }
  while (start < range.start && /\s/.test(text.charAt(start))) start += 1;
  return { start, end };
}
