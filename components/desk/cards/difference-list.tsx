import { TextDifference } from '@/components/clash/text-difference';
import type { Difference } from '@/domain/differences';
import type { Kind } from '@/domain/kinds';
import { fieldLabel, valueWritten } from './field-words';

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
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field may be named twice, once for each kind.
          <div key={`${field}-${place}`} className="contents">
            <dt className="text-faint">{fieldLabel(kind, field)}</dt>
            <dd className="min-w-0 break-words">
              <TextDifference
                before={valueWritten(kinds.before, field, before)}
                after={valueWritten(kinds.after, field, after)}
              />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
