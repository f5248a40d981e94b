import { Check, type LucideIcon, Undo2, X } from 'lucide-react';
import type { AnnotationStatus } from '@/domain/annotation';
import type { Counts } from '@/domain/article';
import { statusWords } from '@/domain/words';
import { progress } from '@/domain/workflow';

type Decided = Exclude<AnnotationStatus, 'pending'>;

/** In the order of the bar; colour, sign and word say the same thing. */
const decisions = [
  { status: 'approved', fill: 'bg-good', ink: 'text-good', sign: Check },
  { status: 'changesRequested', fill: 'bg-quote', ink: 'text-warn-ink', sign: Undo2 },
  { status: 'rejected', fill: 'bg-bad', ink: 'text-bad', sign: X },
] as const satisfies readonly { status: Decided; fill: string; ink: string; sign: LucideIcon }[];

/** How far the review of a story is: a bar, and under it how many marks have each status. */
export function ReviewProgress({ counts }: { counts: Counts }) {
  const { total, decided } = progress(counts);
  if (total === 0) return <p className="text-faint text-sm">no marks yet</p>;
  return (
    <div className="grid gap-1.5">
      <div aria-hidden="true" className="flex h-1.5 overflow-hidden rounded-full bg-line md:max-w-40">
        {decisions.map(({ status, fill }) => (
          <span
            key={status}
            className={fill}
            style={{ width: `${(100 * counts.byStatus[status]) / total}%` }}
          />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-2.5 text-soft text-sm tabular-nums">
        {decisions
          .filter(({ status }) => counts.byStatus[status] > 0)
          .map(({ status, ink, sign: Sign }) => (
            <li key={status} className="flex items-center gap-0.5" title={statusWords[status]}>
              <Sign aria-hidden="true" size={12} strokeWidth={2.5} className={ink} />
              {counts.byStatus[status]}
              <span className="sr-only">{statusWords[status]}</span>
            </li>
          ))}
        <li>{decided === total ? 'all decided' : `${counts.byStatus.pending} ${statusWords.pending}`}</li>
      </ul>
    </div>
  );
}
