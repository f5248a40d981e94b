/** The one table of the desk's keys: what is listed behind `?`, shown on buttons, and listened for. */

export const shortcutGroups = ['Mark', 'Move', 'Review', 'Conflict', 'Elsewhere'] as const;
export type ShortcutGroup = (typeof shortcutGroups)[number];

export interface Shortcut {
  /** As `KeyboardEvent.key` gives them; any one of them does it. */
  readonly keys: readonly string[];
  /** What it does, for the list behind `?`. */
  readonly does: string;
  readonly group: ShortcutGroup;
  /** Whether a control that has the focus and itself answers to the key goes first (Enter on a button). */
  readonly yields?: boolean;
}

export const shortcuts = {
  quote: { keys: ['q'], group: 'Mark', does: 'Make a quote of the selected words, or of the chosen mark' },
  claim: { keys: ['c'], group: 'Mark', does: 'Make a claim of them' },
  event: { keys: ['e'], group: 'Mark', does: 'Make an event of them' },
  edit: { keys: ['Enter'], group: 'Mark', does: 'Fill in the details of the chosen mark', yields: true },
  remove: { keys: ['Backspace', 'Delete'], group: 'Mark', does: 'Delete the chosen mark' },
  copy: { keys: ['y'], group: 'Mark', does: 'Copy the chosen mark: words, speaker, role, source, date' },
  next: { keys: ['j'], group: 'Move', does: 'Go to the next mark' },
  previous: { keys: ['k'], group: 'Move', does: 'Go to the previous mark' },
  leave: { keys: ['Escape'], group: 'Move', does: 'Leave: the selection, the form, the chosen mark' },
  approve: { keys: ['a'], group: 'Review', does: 'Approve the chosen mark' },
  reject: { keys: ['r'], group: 'Review', does: 'Reject it, with a reason' },
  requestChanges: { keys: ['x'], group: 'Review', does: 'Request changes, with a reason' },
  withdraw: { keys: ['w'], group: 'Review', does: 'Withdraw your decision' },
  takeTheirs: { keys: ['t'], group: 'Conflict', does: 'Take theirs, where somebody changed the same' },
  keepMine: { keys: ['m'], group: 'Conflict', does: 'Keep mine' },
  takeBoth: { keys: ['b'], group: 'Conflict', does: 'Take both, or word it anew' },
  takeAllTheirs: { keys: ['T'], group: 'Conflict', does: 'Take theirs in all fields' },
  keepAllMine: { keys: ['M'], group: 'Conflict', does: 'Keep mine in all fields' },
  help: { keys: ['?'], group: 'Elsewhere', does: 'Show these keys' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;

/** What of a key press decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * The shortcut that a key press stands for. Shift counts only through the key that it makes (`?`, `T`); the lock of
 * capitals makes none.
 */
export function shortcutFor({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): ShortcutName | undefined {
  if (ctrlKey || metaKey || altKey || (/^[A-Z]$/.test(key) && !shiftKey)) return undefined;
  return shortcutNames.find((name) => keysOf(name).includes(key));
}

export const shortcutNames = Object.keys(shortcuts) as ShortcutName[];

/** A key as people and assistive technology read it (`aria-keyshortcuts`). */
export function keyWritten(key: string): string {
  if (key === 'Escape') return 'Esc';
  return /^[A-Z]$/.test(key) ? `Shift+${key}` : key;
}

/** The keys of a shortcut, the one to show first. */
export function keysOf(name: ShortcutName): readonly string[] {
  return shortcuts[name].keys;
}
