'use client';

import { useQuery } from '@tanstack/react-query';
import { type ExportChoice, exportTextQuery } from '@/components/data/exports';
import { FetchNotice } from '@/components/data/fetch-notice';
import { TablePreview } from './table-preview';

/** The beginning of a file of data: a table as a table, everything else as it is written. */
export function TextPreview({ choice, title }: { choice: ExportChoice; title: string }) {
  const { data, error, refetch } = useQuery(exportTextQuery(choice));
  if (error !== null) return <FetchNotice error={error} onRetry={refetch} className="m-4" />;
  if (data === undefined) return <p className="p-6 text-soft">Preparing the preview…</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section aria-label={title} tabIndex={0} className="absolute inset-0 overflow-auto">
      {choice.format === 'csv' ? (
        <TablePreview text={data.text} isWhole={data.isWhole} />
      ) : (
        <pre className="w-max min-w-full p-5 font-mono text-sm" dir="ltr">
          {data.text}
        </pre>
      )}
      {!data.isWhole && <p className="p-5 text-soft">The file goes on; this is its beginning.</p>}
    </section>
  );
}
