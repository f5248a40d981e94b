import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { ArticleSummary } from '@/domain/article';

/** That the text or its source is on the desk already, and where. Saving it again stays possible. */
export function TwinsNotice({ twins }: { readonly twins: readonly ArticleSummary[] }) {
  if (twins.length === 0) return null;
  return (
    <Notice tone="warning" title="Already on the desk">
      <p>The same text or source address is in:</p>
      <ul className="mt-1 grid gap-0.5">
        {twins.slice(0, 5).map(({ id, slug, headline, archivedAt }) => (
          <li key={id}>
            <Link
              href={`/articles/${slug}`}
              target="_blank"
              dir="auto"
              className="font-medium underline underline-offset-3"
            >
              {headline}
            </Link>
            {archivedAt !== undefined && ' (archived)'}
          </li>
        ))}
      </ul>
      <p className="mt-1">You can save it again if you mean to.</p>
    </Notice>
  );
}
