import Link from 'next/link';
import { Fragment } from 'react';
import type { Loss } from '@/domain/contract/export';

/** How many marks of one loss are linked; the rest are counted. */
const LINKED = 5;

/** What the chosen format cannot carry, each thing once, with the marks that it concerns. */
export function LossList({ slug, losses }: { slug: string; losses: readonly Loss[] }) {
  if (losses.length === 0) return <p className="text-soft">Nothing is lost in this format.</p>;
  const byMessage = Map.groupBy(losses, (loss) => loss.message);
  return (
    <ul className="grid list-disc gap-1.5 pl-4.5 marker:text-faint">
      {Array.from(byMessage, ([message, same]) => {
        const ids = same.flatMap(({ annotationId }) => annotationId ?? []);
        return (
          <li key={message}>
            {message}
            {ids.length > 0 && <ConcernedMarks slug={slug} ids={ids} />}
          </li>
        );
      })}
    </ul>
  );
}

function ConcernedMarks({ slug, ids }: { slug: string; ids: readonly string[] }) {
  return (
    <span className="block text-soft">
      {ids.slice(0, LINKED).map((id, place) => (
        <Fragment key={id}>
          {place > 0 && ', '}
          <Link
            href={`/articles/${slug}#${id}`}
            className="rounded-sm text-pencil underline underline-offset-2 hover:text-pencil-deep"
          >
            {place === 0 ? 'See the mark' : `another (${place + 1})`}
          </Link>
        </Fragment>
      ))}
      {ids.length > LINKED && ` and ${ids.length - LINKED} more`}
    </span>
  );
}
