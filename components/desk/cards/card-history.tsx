import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useUnsentOf } from '@/components/data/annotation-writes';
import { annotationHistoryQuery } from '@/components/data/annotations';
import { sayFailure } from '@/components/data/failure-words';
import { Annotation } from '@/domain/annotation';
import type { Change } from '@/domain/change';
import { differences } from '@/domain/differences';
import { actionWords, decisionWords } from '@/domain/words';
import type { CardPart } from './card-desk';
import { DifferenceList } from './difference-list';
import { momentWords } from './moment-words';

/** Every state that the mark was in, newest first, each with what it changed. */
export function CardHistory({ desk, mark }: CardPart) {
  const isUnsent = useUnsentOf(desk.article.id, mark.id).length > 0;
  const { data, error, isPending } = useQuery({
    ...annotationHistoryQuery(mark.id, mark.version, isUnsent),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <p className="text-bad text-sm">{sayFailure(error)}</p>;
  if (isPending) return <p className="text-faint text-sm">Reading the history…</p>;
  return (
    <ol className="grid gap-2 text-sm">
      {data.items.toReversed().map((change) => (
        <li key={change.seq} className="grid gap-0.5">
          <p className="text-soft">
            <span className="font-semibold text-ink">{change.by.name}</span> {deedWords(change)},{' '}
            {momentWords(change.at, desk.me.settings.timeZone)}
          </p>
          <Changed change={change} />
        </li>
      ))}
    </ol>
  );
}

function Changed({ change }: { readonly change: Change }) {
  const before = Annotation.safeParse(change.before);
  const after = Annotation.safeParse(change.after);
  if (!before.success || !after.success) return null;
  const changed = differences(before.data, after.data);
  if (changed.length === 0) return null;
  return (
    <DifferenceList differences={changed} kinds={{ before: before.data.kind, after: after.data.kind }} />
  );
}

function deedWords(change: Change): string {
  if (change.action !== 'annotation.reviewed') return actionWords[change.action];
  const review = Annotation.safeParse(change.after).data?.review;
  return review === undefined ? 'withdrew the decision' : decisionWords[review.decision];
}
