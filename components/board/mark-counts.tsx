import { classNames } from '@/components/ui/class-names';
import type { Counts } from '@/domain/article';
import { type Kind, kinds } from '@/domain/kinds';
import { kindPlurals, kindWords } from '@/domain/words';

/** Each kind's line, as it stands under its marks in the text. */
const lines = {
  quote: 'border-quote border-solid',
  claim: 'border-claim border-dashed',
  event: 'border-event border-dotted',
} as const satisfies Record<Kind, string>;

/** How many marks of each kind a story carries. */
export function MarkCounts({ counts }: { counts: Counts['byKind'] }) {
  return (
    <ul className="flex gap-4 tabular-nums">
      {kinds.map((kind) => (
        <li
          key={kind}
          className={classNames('flex items-center gap-1.5', counts[kind] === 0 ? 'text-faint' : 'text-ink')}
        >
          <span aria-hidden="true" className={classNames('w-4 border-b-3', lines[kind])} />
          {counts[kind]}
          <span className="sr-only">{counts[kind] === 1 ? kindWords[kind] : kindPlurals[kind]}</span>
        </li>
      ))}
    </ul>
  );
}
