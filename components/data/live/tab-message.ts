/** What the tabs of a browser tell each other, of which one at a time has the stream that all of them share. */
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import type { Connection } from './connection';
import type { StreamEvent } from './stream-event';

/** An article that a tab shows, and how far it knows the article's log. */
export type Place = readonly [articleId: string, position: number];

export type TabMessage =
  /** From the tab that leads: every tab says what it follows. */
  | { readonly is: 'roll' }
  /** From any tab, whenever that changes and when it is asked. */
  | { readonly is: 'follow'; readonly tab: string; readonly places: readonly Place[] }
  /** From a tab that goes. */
  | { readonly is: 'leave'; readonly tab: string }
  /** From the tab that leads to one that came: how things stand. */
  | {
      readonly is: 'welcome';
      readonly tab: string;
      readonly connection: Connection;
      /** How far each followed article was told; a tab that knows less has missed something. */
      readonly places: readonly Place[];
      readonly here: readonly (readonly [articleId: string, people: readonly Person[]])[];
      readonly presence: readonly (readonly [articleId: string, people: readonly Presence[]])[];
    }
  /** From the tab that leads, whenever that changes and every so often, so that its silence is noticed. */
  | { readonly is: 'state'; readonly connection: Connection }
  /** From the tab that leads; `isFirst` as of `StreamWorld.onEvents`. */
  | { readonly is: 'events'; readonly events: readonly StreamEvent[]; readonly isFirst: boolean }
  /** From any tab that has reason to think that the desk can be reached now. */
  | { readonly is: 'tryNow' };
