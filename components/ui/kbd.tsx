import { classNames } from './class-names';

/** A key as it stands on the keyboard. A hint for eyes only; the key itself is told by `aria-keyshortcuts`. */
export function Kbd({
  children,
  onFill = false,
  className,
}: {
  children: string;
  /** It stands on a filled ground, whose words' colour it takes. */
  onFill?: boolean;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus.
    <kbd
      aria-hidden="true"
      className={classNames(
        'inline-block min-w-4.5 rounded-sm border px-1 text-center font-medium font-ui text-xs pointer-coarse:hidden',
        onFill ? 'border-current/45' : 'border-line text-faint',
        className,
      )}
    >
      {children}
    </kbd>
  );
}
