/** Words for what a colleague does in an article. */
import type { Presence } from '@/domain/presence';

/** What they do, as it stands behind their name: “idle”. */
export function doingWords({ state, selection }: Presence): string {
  if (state === 'idle') return 'idle';
  if (selection === null) return 'reading';
  return selection.start === selection.end ? 'in the text' : 'selecting';
}

/** Names as a list in a sentence: “Ana”, “Ana and Noor”, “Ana, Noor and Rhea”. */
export function nameList(names: readonly string[]): string {
  return lists.format(names);
}

const lists = new Intl.ListFormat('en-GB', { type: 'conjunction' });
