/** The keys that choose between theirs and mine: they press the button that stands on the screen for it. */
import { type KeyPress, type ShortcutName, shortcutFor } from '@/components/desk/shortcuts';

/** The shortcuts that are about clashes; buttons carry the name in `data-choice`. */
export const choosings = [
  'takeTheirs',
  'keepMine',
  'takeBoth',
  'takeAllTheirs',
  'keepAllMine',
] as const satisfies readonly ShortcutName[];
export type Choosing = (typeof choosings)[number];

/**
 * Presses the button of the clash that has the focus, else of the first one within. A key thereby does what the screen
 * shows at that moment, over the state that it shows, and nothing else. False when there is no such button.
 */
export function pressChoice(within: Element | null, choosing: Choosing): boolean {
  const focused = document.activeElement?.closest('[data-clash]') ?? null;
  const clash =
    focused !== null && within?.contains(focused) === true
      ? focused
      : (within?.querySelector('[data-clash]') ?? null);
  const name = `button[data-choice="${choosing}"]:not([disabled])`;
  const button = clash?.querySelector<HTMLElement>(name) ?? within?.querySelector<HTMLElement>(name);
  button?.click();
  return button !== undefined && button !== null;
}

/** The choice that a key press stands for, where no text is typed. */
export function choosingFor(event: KeyPress & { readonly target: EventTarget }): Choosing | undefined {
  if (event.target instanceof Element && event.target.closest('input, textarea, select') !== null)
    return undefined;
  const name = shortcutFor(event);
  return choosings.find((choosing) => choosing === name);
}
