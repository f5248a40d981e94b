/** Paragraphs while they are being recognised: pieces that read as one text and can be cut further. */
import type { Join, Piece } from './draft';
import { marksWithin } from './marks-within';

/** One or more pieces that follow each other in one block when everything stands. */
export interface Paragraph {
  /** What was recognised at its start and leaves the text. */
  readonly before: Piece[];
  readonly pieces: Piece[];
  /** Whether its lines carry marks of a list or a block quote. */
  readonly isMarked: boolean;
  /** How many lines of the source it comes from. */
  lines: number;
}

/** A paragraph's text as it reads, its pieces joined by a space unless they follow at once. */
export function readingOf({ pieces }: Pick<Paragraph, 'pieces'>): string {
  return pieces
    .map((piece, index) => (index === 0 ? '' : piece.join === '' ? '' : ' ') + piece.text)
    .join('');
}

/**
 * Cuts a paragraph's pieces so that one of them begins at `offset` of its reading, white space around the cut taken
 * off, and returns the index of that piece; the number of pieces when the offset is the end.
 */
export function cutAt(paragraph: Paragraph, offset: number): number {
  let start = 0;
  for (const [index, piece] of paragraph.pieces.entries()) {
    if (index > 0 && piece.join !== '') start += 1;
    if (offset <= start) return index;
    const end = start + piece.text.length;
    if (offset < end) {
      const [before, after] = cutPiece(piece, offset - start);
      paragraph.pieces.splice(index, 1, before, after);
      return index + 1;
    }
    start = end;
  }
  return paragraph.pieces.length;
}

/** Two pieces of one, cut at an offset into its text; each has words, or the cut would lose white space only. */
function cutPiece(piece: Piece, offset: number): [Piece, Piece] {
  const head = piece.text.slice(0, offset).trimEnd();
  const tail = piece.text.slice(offset).trimStart();
  const tailStart = piece.text.length - tail.length;
  const join: Join = head.length === tailStart ? '' : ' ';
  return [
    { ...piece, text: head, marks: marksWithin(piece, 0, head.length) },
    {
      ...piece,
      key: piece.key + tailStart,
      text: tail,
      marks: marksWithin(piece, tailStart, piece.text.length),
      join,
    },
  ];
}
