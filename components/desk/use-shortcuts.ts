import { useEffect, useEffectEvent } from 'react';
import { type Shortcut, type ShortcutName, shortcutFor, shortcuts } from './shortcuts';

/** What each key does. Giving false lets the browser have the key: there was nothing to do. */
export type ShortcutActions = { readonly [Name in ShortcutName]: () => boolean };

/** Where letters are typed, or where a widget has keys of its own. A toast is a dialog too, but one that asks for nothing. */
const HAS_OWN_KEYS = [
  'input, textarea, select, [contenteditable=""], [contenteditable="true"]',
  '[role="menu"], [role="listbox"], [role="combobox"]',
  '[role="dialog"]:not([aria-modal="false"]), [role="alertdialog"]:not([aria-modal="false"])',
].join(', ');
const ANSWERS_TO_ENTER = 'a, button, summary, [role="button"], [role="tab"]';

/** Listens for the desk's keys on the whole page, but never while somebody types or a dialog is open. */
export function useShortcuts(actions: ShortcutActions): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return;
    const name = shortcutFor(event);
    if (name === undefined || event.target.closest(HAS_OWN_KEYS) !== null) return;
    const { yields = false }: Shortcut = shortcuts[name];
    if (yields && event.target.closest(ANSWERS_TO_ENTER) !== null) return;
    if (event.repeat && name !== 'next' && name !== 'previous') return;
    if (actions[name]()) event.preventDefault();
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => press(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}
