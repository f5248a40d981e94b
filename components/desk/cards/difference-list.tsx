import { type Difference, wordDifferences } from '@/domain/differences';
import type { Kind } from '@/domain/kinds';
import { fieldLabel, valueWritten } from './field-words';

const looks = {
  same: 'text-soft',
  gone: 'text-bad line-through decoration-1',
  fresh: 'text-good underline decoration-1 underline-offset-2',
} as const;

/** What differs, field by field, with the words that went struck and those that came underlined. */
export function DifferenceList({
  differences,
  kinds,
}: {
  readonly differences: readonly Difference[];
  /** The kinds before and after, by which details are named. */
  readonly kinds: { readonly before: Kind; readonly after: Kind };
}) {
  return (
    <dl className="grid grid-cols-[5.25rem_1fr] gap-x-2.5 gap-y-1 text-sm">
      {differences.map(({ field, before, after }, place) => {
        const kind = after === undefined ? kinds.before : kinds.after;
        const pieces = wordDifferences(
          valueWritten(kinds.before, field, before),
          valueWritten(kinds.after, field, after),
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field may be named twice, once for each kind.
          <div key={`${field}-${place}`} className="contents">
            <dt className="text-faint">{fieldLabel(kind, field)}</dt>
            <dd className="min-w-0 break-words">
              {pieces.map(({ is, text }, at) => {
                const Element = is === 'gone' ? 'del' : is === 'fresh' ? 'ins' : 'span';
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity than their place.
                  <Element key={at} className={looks[is]}>
                    {text}
                    {is === 'gone' && pieces[at + 1]?.is === 'fresh' && ' '}
                  </Element>
                );
              })}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
