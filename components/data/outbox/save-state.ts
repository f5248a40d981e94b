/** What the state line says of everything that one person has unsent in this browser. */
import { type Hold, type SaveState, saveState } from '@/components/data/unsent';
import type { OutboxView } from './outbox';

/** As for one article; `reading`: nobody knows yet what is unsent; `storing`: the newest is not yet safe. */
export type WholeState =
  | SaveState
  | { readonly is: 'reading' }
  | { readonly is: 'storing'; readonly unsent: number };

/** Which of several obstacles is said: what a person can do something about comes first. */
const urgency: readonly Hold[] = ['signIn', 'otherPerson', 'diskFull', 'server', 'network'];

/** The state of all boxes together. What cannot be read waits for the person, too. */
export function wholeState({ boxes, isRead }: Pick<OutboxView, 'boxes' | 'isRead'>): WholeState {
  const states = boxes.map(({ store }) => store.current());
  if (!isRead || states.some((state) => !state.isRead)) return { is: 'reading' };
  const writes = states.flatMap((state) => state.writes);
  const unreadable = states.reduce((sum, state) => sum + state.unreadable.length, 0);
  const hold = urgency.find((why) => states.some((state) => state.hold === why && state.writes.length > 0));
  const state = saveState({ writes, hold, failures: 0 });
  if (state.is === 'saving' && states.some(({ keeping }) => keeping === 'storing')) {
    return { is: 'storing', unsent: state.unsent };
  }
  if (unreadable === 0 || state.is === 'held') return state;
  const open = state.is === 'undecided' ? state.open : 0;
  return { is: 'undecided', unsent: writes.length + unreadable, open: open + unreadable };
}

/** How many changes are in this tab alone because the browser cannot keep them. */
export function countUnkept({ boxes }: Pick<OutboxView, 'boxes'>): number {
  return boxes.reduce((sum, { store }) => {
    const { keeping, unkept } = store.current();
    return sum + (keeping === 'failing' ? unkept : 0);
  }, 0);
}

/** Whether anything would be lost if the tab ended now. */
export function isAllKept({ boxes }: Pick<OutboxView, 'boxes'>): boolean {
  return boxes.every(({ store }) => store.current().keeping === 'stored');
}
