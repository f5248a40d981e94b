'use client';

import { memo, type Ref } from 'react';
import { useUnsentOf } from '@/components/data/annotation-writes';
import { needsPerson } from '@/components/data/write';
import { useDeskState } from '@/components/desk/desk-state';
import { classNames } from '@/components/ui/class-names';
import { capitalised, kindWords, statusWords } from '@/domain/words';
import { CardDecision } from './card-decision';
import type { CardPart } from './card-desk';
import { CardDetails } from './card-details';
import { CardDraft } from './card-draft';
import { CardHead } from './card-head';
import { CardMeta } from './card-meta';
import { CardNews } from './card-news';
import { CardProposals } from './card-proposals';
import { CardReview } from './card-review';
import { CardTools } from './card-tools';
import { CardUnsent } from './card-unsent';
import { describeCard } from './describe-card';
import { useDraft, useReasonDraft } from './drafts';
import { DetailsForm } from './forms';
import { GoneDraft } from './gone-draft';

const stripes = { quote: 'before:bg-quote', claim: 'before:bg-claim', event: 'before:bg-event' } as const;

/** One mark beside the text: two lines, or while it is chosen everything about it. */
export const Card = memo(function Card({
  desk,
  mark,
  chosen,
  ref,
}: CardPart & { readonly chosen: boolean; readonly ref?: Ref<HTMLElement> }) {
  const choose = useDeskState((state) => state.choose);
  const editing = useDeskState((state) => state.editingId === mark.id);
  const deciding = useDeskState((state) => state.deciding?.id === mark.id);
  const hasTyped = useDraft(mark.id) !== undefined;
  const hasReason = useReasonDraft(mark.id) !== undefined;
  const hasDraft = (hasTyped && !editing) || (hasReason && !deciding);
  const unsent = useUnsentOf(desk.article.id, mark.id);
  const hasProblem = unsent.some(needsPerson);
  const head = <CardHead mark={mark} chosen={chosen} unsent={hasProblem} hasDraft={hasDraft} />;
  return (
    <article
      ref={ref}
      data-card={mark.id}
      aria-label={`${capitalised(kindWords[mark.kind])}, ${describeCard(mark).title}, ${statusWords[mark.status]}`}
      aria-current={chosen ? 'true' : undefined}
      className={classNames(
        'relative rounded-lg border py-2 pr-3 pl-4 before:absolute before:top-2.5 before:bottom-2.5 before:left-1 before:w-[3px] before:rounded-xs',
        stripes[mark.kind],
        chosen ? 'border-line bg-sheet shadow-float' : 'border-transparent hover:bg-hover',
      )}
    >
      <div className="flex items-start gap-1">
        <button
          type="button"
          data-card-head
          aria-expanded={chosen}
          className="min-w-0 flex-1 rounded-sm text-left"
          onClick={() => (chosen ? desk.actions.edit(mark) : choose(mark.id, 'card'))}
        >
          {head}
        </button>
        {chosen && !editing && <CardTools desk={desk} mark={mark} />}
      </div>
      {(chosen || hasProblem) && (
        <div className="mt-2 grid grid-cols-1 gap-2.5">
          {/* First what waits for the person: on a phone the rest is below the fold. */}
          <CardUnsent desk={desk} mark={mark} />
          {chosen && !editing && hasTyped && mark.deletedAt !== undefined && (
            <GoneDraft desk={desk} mark={mark} />
          )}
          {chosen && hasDraft && !editing && !deciding && mark.deletedAt === undefined && (
            <CardDraft desk={desk} mark={mark} />
          )}
          {chosen && !editing && (
            <>
              <CardDetails mark={mark} />
              <CardNews desk={desk} mark={mark} />
              <CardProposals desk={desk} mark={mark} />
            </>
          )}
          {chosen && editing && <DetailsForm desk={desk} mark={mark} />}
          {chosen && !editing && (
            <>
              <CardDecision desk={desk} mark={mark} />
              <CardReview desk={desk} mark={mark} />
              <CardMeta desk={desk} mark={mark} />
            </>
          )}
        </div>
      )}
    </article>
  );
});
