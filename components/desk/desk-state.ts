/**
 * What the person at the desk is doing: the chosen mark, what is being filled in, what is shown. One small store per
 * open article, outside React, so that choosing a mark re-renders only what asks for it.
 */
'use client';

import { createContext, use, useSyncExternalStore } from 'react';
import { type MarkFilter, noFilter } from '@/domain/mark-filter';
import type { Range } from '@/domain/span';
import type { Told } from './news/told';

/** Where a choice came from; the other side then scrolls to it, the same side stays where it is. */
export type ChoiceSource = 'text' | 'card' | 'key' | 'url';

/** A decision that needs a reason and is being given one on the card. */
export interface OpenDecision {
  readonly id: string;
  readonly decision: 'reject' | 'requestChanges';
}

export interface DeskView {
  readonly chosenId: string | undefined;
  /** How `chosenId` came about. */
  readonly chosenFrom: ChoiceSource;
  /** The mark whose details form is open. */
  readonly editingId: string | undefined;
  /** The mark whose reason form is open. */
  readonly deciding: OpenDecision | undefined;
  readonly filters: MarkFilter;
  /** The selected words as offsets into the revision's text, as selected (not snapped); undefined for none. */
  readonly selection: Range | undefined;
  /** Rises whenever marks may have changed their place on the page; whoever measures them measures again. */
  readonly layoutVersion: number;
  /** The colleague whom one went to last; `at` tells two visits to the same one apart. */
  readonly visit: { readonly personId: string; readonly at: number } | undefined;
  /** What others did and the person has not seen yet, in the order of the article's log. */
  readonly unseen: readonly Told[];
  /** The newest sentence for the live region; `at` tells two equal sentences apart. */
  readonly said: { readonly sentence: string; readonly at: number };
}

/** The view and what can be done to it. The actions never change, they may be selected and kept. */
export interface DeskState extends DeskView {
  /** Chooses a mark, or none. Leaves the forms of another mark. */
  choose(id: string | undefined, from: ChoiceSource): void;
  /** Opens the details form of a mark and chooses it; undefined closes the form. */
  edit(id: string | undefined): void;
  /** Opens the reason form of a mark and chooses it; undefined closes the form. */
  decide(open: OpenDecision | undefined): void;
  setFilters(filters: MarkFilter): void;
  select(selection: Range | undefined): void;
  /** Says that marks may have moved on the page. */
  relaid(): void;
  /** Says whom one goes to, so that their caret shows its name. */
  goTo(personId: string): void;
  /** Notes what others did. */
  hear(told: readonly Told[]): void;
  /** Says that the person has seen those of it that `isSeen` picks. */
  see(isSeen: (told: Told) => boolean): void;
  /** Tells people who cannot see the page what happened. */
  say(sentence: string): void;
}

export interface DeskStore {
  readonly get: () => DeskState;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createDeskStore(initial: { readonly filters?: MarkFilter } = {}): DeskStore {
  const listeners = new Set<() => void>();
  const set = (change: Partial<DeskView>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  let state: DeskState = {
    chosenId: undefined,
    chosenFrom: 'url',
    editingId: undefined,
    deciding: undefined,
    filters: initial.filters ?? noFilter,
    selection: undefined,
    layoutVersion: 0,
    visit: undefined,
    unseen: [],
    said: { sentence: '', at: 0 },
    choose: (id, from) => {
      set({ chosenId: id, chosenFrom: from, ...formsOf(state, id) });
      // Whoever chooses a mark has it before their eyes.
      if (id !== undefined) state.see(({ markId }) => markId === id);
    },
    edit: (id) => set(id === undefined ? { editingId: undefined } : { ...opened(state, id), editingId: id }),
    decide: (open) =>
      set(open === undefined ? { deciding: undefined } : { ...opened(state, open.id), deciding: open }),
    setFilters: (filters) => set({ filters }),
    select: (selection) => {
      if (selection?.start === state.selection?.start && selection?.end === state.selection?.end) return;
      set({ selection });
    },
    relaid: () => set({ layoutVersion: state.layoutVersion + 1 }),
    goTo: (personId) => set({ visit: { personId, at: (state.visit?.at ?? 0) + 1 } }),
    hear: (told) => set({ unseen: [...state.unseen, ...told] }),
    see: (isSeen) => {
      const unseen = state.unseen.filter((told) => !isSeen(told));
      if (unseen.length < state.unseen.length) set({ unseen });
    },
    say: (sentence) => set({ said: { sentence, at: state.said.at + 1 } }),
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Forms that stay open when `id` is chosen: only its own. */
function formsOf(state: DeskView, id: string | undefined): Pick<DeskView, 'editingId' | 'deciding'> {
  return {
    editingId: state.editingId === id ? state.editingId : undefined,
    deciding: state.deciding?.id === id ? state.deciding : undefined,
  };
}

/** The view with the mark chosen and no form open; a mark that is chosen already keeps where it was chosen from. */
function opened(state: DeskView, id: string): Partial<DeskView> {
  return {
    chosenId: id,
    chosenFrom: state.chosenId === id ? state.chosenFrom : 'card',
    editingId: undefined,
    deciding: undefined,
  };
}

const DeskContext = createContext<DeskStore | undefined>(undefined);
export const DeskStateProvider = DeskContext.Provider;

/** The store itself, for handlers that read without subscribing. Throws outside a desk. */
export function useDeskStore(): DeskStore {
  const store = use(DeskContext);
  if (store === undefined) throw new Error('this component belongs on the annotation desk');
  return store;
}

/** A part of the desk's state; re-renders when that part changes. The selector must not build new objects. */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
  const store = useDeskStore();
  const part = () => select(store.get());
  return useSyncExternalStore(store.subscribe, part, part);
}
