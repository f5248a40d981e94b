import type { ReactNode } from 'react';
import type { Piece } from '@/domain/segments';
import { describeMark } from './describe-mark';
import type { DrawnSpan } from './mark-store';

/** Lines below this many lie too far from the words; deeper ones share the last. */
const LANES = 4;

type Lanes = ReadonlyMap<DrawnSpan, number>;

/**
 * The pieces of a block as elements: links, nested marks, and words. The words in order are the block's text and nothing
 * else, which `dom-range.ts` relies on. `lanes` tells which line under the words a span draws.
 */
export function MarkedWords({
  pieces,
  lanes,
}: {
  readonly pieces: readonly Piece<DrawnSpan>[];
  readonly lanes: Lanes;
}): ReactNode {
  return pieces.map((piece) => <Drawn key={piece.start} piece={piece} lanes={lanes} />);
}

function Drawn({ piece, lanes }: { readonly piece: Piece<DrawnSpan>; readonly lanes: Lanes }): ReactNode {
  switch (piece.type) {
    case 'words':
      return emphasised(piece);
    case 'link':
      return (
        <a href={piece.href} target="_blank" rel="noreferrer nofollow">
          <MarkedWords pieces={piece.pieces} lanes={lanes} />
        </a>
      );
    case 'mark':
      return (
        <Mark span={piece.span} start={piece.start} lane={lanes.get(piece.span) ?? 0}>
          <MarkedWords pieces={piece.pieces} lanes={lanes} />
        </Mark>
      );
  }
}

/** A mark's piece. Where a mark is cut in several, the first carries the description and takes the focus. */
function Mark({
  span,
  start,
  lane,
  children,
}: {
  readonly span: DrawnSpan;
  readonly start: number;
  readonly lane: number;
  readonly children: ReactNode;
}) {
  const { mark, chosen } = span;
  const isFirst = start === span.start;
  return (
    <mark
      data-mark={mark.id}
      data-kind={mark.kind}
      data-status={mark.status}
      data-lane={Math.min(lane, LANES - 1)}
      data-first={(isFirst && span.opens) || undefined}
      data-chosen={chosen || undefined}
      aria-description={isFirst ? describeMark(mark) : undefined}
      // No stop of the Tab key; the desk moves the focus here when a key chooses the mark.
      tabIndex={isFirst && span.opens ? -1 : undefined}
    >
      {children}
    </mark>
  );
}

function emphasised({ text, strong, em }: Extract<Piece, { type: 'words' }>): ReactNode {
  const inner = em ? <em>{text}</em> : text;
  return strong ? <strong>{inner}</strong> : inner;
}
