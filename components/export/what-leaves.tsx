import Link from 'next/link';
import type { ExportScope } from '@/domain/export/document';
import { leftBehind, type MarksHere, statusesIn, total, wordsForKinds, wordsForStatuses } from './marks-here';

/** How many marks will be in the file, and which stay behind, with the way to them. */
export function WhatLeaves({ slug, marks, scope }: { slug: string; marks: MarksHere; scope: ExportScope }) {
  const count = total(marks, statusesIn(scope));
  const staying = leftBehind(marks, scope);
  const desk = `/articles/${slug}`;
  return (
    <div role="status" className="grid gap-1">
      <p>
        <strong className="font-semibold">
          {count === 0 ? 'No mark' : `${count} ${count === 1 ? 'mark' : 'marks'}`} will be in it
        </strong>
        {count === 0 ? '.' : `: ${wordsForKinds(marks, scope)}.`}
      </p>
      {staying.length > 0 && (
        <p className="text-soft">
          Left out: {wordsForStatuses(marks, staying)}.{' '}
          <Link
            href={`${desk}?${new URLSearchParams(staying.map((status) => ['status', status]))}`}
            className="rounded-sm text-pencil underline underline-offset-2 hover:text-pencil-deep"
          >
            See them on the desk
          </Link>
        </p>
      )}
    </div>
  );
}
