import { classNames } from '@/components/ui/class-names';
import { capitalised, kindWords } from '@/domain/words';
import type { CardPart } from './card-desk';
import { describeCard } from './describe-card';
import { StatusWord } from './status-word';

const inks = {
  quote: 'text-quote-ink',
  claim: 'text-claim-ink',
  event: 'text-event-ink',
} as const;

/** Kind, who or what, and status; all that a card shows while it is not chosen, with one line more. */
export function CardHead({
  mark,
  unsent,
  hasDraft,
  chosen,
}: Pick<CardPart, 'mark'> & {
  /** The desk refused a write of it, or waits for the person. */
  readonly unsent: boolean;
  /** Something was typed for it and not saved. */
  readonly hasDraft: boolean;
  readonly chosen: boolean;
}) {
  const { title, quoted, line } = describeCard(mark);
  return (
    <>
      <span className="flex min-w-0 items-baseline gap-1.5">
        <span className={`font-semibold ${inks[mark.kind]}`}>{capitalised(kindWords[mark.kind])}</span>
        <span
          className={classNames(
            'min-w-0 flex-1 text-ink',
            chosen ? 'line-clamp-3' : 'truncate',
            quoted ? 'font-text italic' : 'font-semibold',
          )}
          dir="auto"
        >
          {title}
        </span>
        {unsent || hasDraft ? (
          <span className="whitespace-nowrap text-warn-ink text-xs">{unsent ? 'not saved' : 'draft'}</span>
        ) : (
          <StatusWord status={mark.status} />
        )}
      </span>
      {!chosen && line !== '' && (
        <span className="block truncate text-soft" dir="auto">
          {line}
        </span>
      )}
    </>
  );
}
