import { Fragment, type ReactNode } from 'react';
import type { InlineMark } from '@/domain/revision';

/** A block's words with their emphasis and links drawn. Links lead nowhere here: the words are being mended. */
export function InlineText({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly InlineMark[];
}) {
  if (marks.length === 0) return text;
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return (
      <Fragment key={start}>
        {covering.reduce<ReactNode>((words, mark) => wrap(words, mark), text.slice(start, end))}
      </Fragment>
    );
  });
}

function wrap(words: ReactNode, { type, href }: InlineMark): ReactNode {
  switch (type) {
    case 'strong':
      return <strong className="font-semibold">{words}</strong>;
    case 'em':
      return <em>{words}</em>;
    case 'link':
      return (
        <span className="underline decoration-edge underline-offset-3" title={href}>
          {words}
        </span>
      );
  }
}
