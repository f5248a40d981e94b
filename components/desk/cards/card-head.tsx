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
  chosen,
}: Pick<CardPart, 'mark'> & { readonly unsent: boolean; readonly chosen: boolean }) {
  const { title, quoted, line } = describeCard(mark);
  return (
    <>
      <span className="flex min-w-0 items-baseline gap-1.5">
        <span className={`font-semibold ${inks[mark.kind]}`}>{capitalised(kindWords[mark.kind])}</span>
        <span
          className={`min-w-0 flex-1 truncate text-ink ${quoted ? 'font-text italic' : 'font-semibold'}`}
          dir="auto"
        >
          {title}
        </span>
        {unsent ? (
          <span className="whitespace-nowrap text-warn-ink text-xs">not saved yet</span>
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
