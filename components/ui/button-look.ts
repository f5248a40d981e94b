/** How buttons look, for the button itself and for links that are drawn as one. */
import { classNames } from './class-names';

/** Primary: the one thing to do here. Plain: beside it. Quiet: in a row of tools. Danger: what takes away. */
export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger';

const variants = {
  primary: 'border-transparent bg-pencil text-on-pencil hover:not-data-disabled:bg-pencil-deep',
  plain: 'border-line bg-sheet text-ink hover:not-data-disabled:bg-hover',
  quiet:
    'border-transparent text-soft hover:not-data-disabled:bg-hover hover:not-data-disabled:text-ink aria-expanded:bg-hover aria-expanded:text-ink',
  danger: 'border-line bg-sheet text-bad hover:not-data-disabled:bg-hover',
} as const satisfies Record<ButtonVariant, string>;

const base =
  'inline-flex shrink-0 select-none items-center justify-center gap-2 rounded-md border font-medium text-base ' +
  'whitespace-nowrap no-underline transition-colors data-disabled:cursor-default data-disabled:opacity-55';

/** The classes of a button with words: 30 px high, 44 px where a finger points. */
export function buttonLook(variant: ButtonVariant, className?: string): string {
  return classNames(base, 'min-h-7.5 px-2.75 py-1 pointer-coarse:min-h-11', variants[variant], className);
}

/** The classes of a button with a sign alone: 30 px square, 44 px where a finger points. */
export function iconButtonLook(variant: ButtonVariant, className?: string): string {
  return classNames(base, 'size-7.5 pointer-coarse:size-11', variants[variant], className);
}
