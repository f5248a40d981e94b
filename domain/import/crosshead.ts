/** Crossheads: short lines of their own without a final stop, with a paragraph behind them. */
import { type Recognition, recognition } from './draft';
import { type Paragraph, readingOf } from './paragraph';
import { FINAL_STOP } from './sentences';

const LONGEST_CROSSHEAD = 80;

/** The crossheads among the paragraphs from the lead on; the lead and the last paragraph are none. */
export function recogniseCrossheads(paragraphs: readonly Paragraph[]): Recognition[] {
  return paragraphs.flatMap((paragraph, index) => {
    const next = paragraphs[index + 1];
    if (index === 0 || next === undefined || !looksLikeCrosshead(paragraph)) return [];
    if (next.isMarked ? false : looksLikeCrosshead(next)) return [];
    const [first] = paragraph.pieces;
    if (first === undefined) return [];
    return [
      recognition(
        'crosshead',
        paragraph.pieces,
        {},
        { starts: [{ key: first.key, type: 'heading', level: 2 }] },
      ),
    ];
  });
}

function looksLikeCrosshead({ pieces, lines, isMarked }: Paragraph): boolean {
  if (isMarked || lines > 1 || pieces[0]?.type !== 'paragraph') return false;
  const reading = readingOf({ pieces });
  if (reading.length > LONGEST_CROSSHEAD || FINAL_STOP.test(reading)) return false;
  return (
    /^["'“‘«„]?[\p{Lu}\p{Lo}\p{N}]/u.test(reading) && /\p{L}/u.test(reading) && !/[,;:،؛—–-]$/u.test(reading)
  );
}
