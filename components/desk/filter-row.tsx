import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

/** One thing to filter by, with how many there are. On: only such marks are shown. */
export function FilterRow({
  on,
  count,
  quiet = false,
  sign,
  onToggle,
  children,
}: {
  readonly on: boolean;
  readonly count: number;
  /** Drawn back: not shown at the moment. */
  readonly quiet?: boolean;
  readonly sign?: ReactNode;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}) {
  return (
    <label
      className={classNames(
        'relative -mx-2 flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-2 has-focus-visible:outline-2 has-focus-visible:outline-pencil pointer-coarse:min-h-11',
        on ? 'bg-hover font-medium' : 'hover:bg-hover',
        quiet && !on && 'text-soft',
      )}
    >
      <input
        type="checkbox"
        checked={on}
        onChange={onToggle}
        className="absolute inset-0 cursor-pointer opacity-0"
      />
      {sign}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {on && (
        <span aria-hidden="true" className="text-pencil">
          ✓
        </span>
      )}
      <span className="text-faint tabular-nums">{count}</span>
    </label>
  );
}
