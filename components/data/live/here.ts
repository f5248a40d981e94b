/** Who is at the articles right now, as the desk told it last. */
'use client';

import { useSyncExternalStore } from 'react';
import type { Person } from '@/domain/person';
import type { Presence } from '@/domain/presence';
import { hold } from './held';

type ByArticle<Item> = ReadonlyMap<string, readonly Item[]>;

const NOBODY: readonly never[] = [];
const NOWHERE: ByArticle<never> = new Map();

const here = hold<ByArticle<Person>>(NOWHERE);
const presence = hold<ByArticle<Presence>>(NOWHERE);

/** The others at an article that is open in this browser, with what they have selected; not the person themselves. */
export function usePresence(articleId: string): readonly Presence[] {
  return useSyncExternalStore(
    presence.subscribe,
    () => presence.get().get(articleId) ?? NOBODY,
    () => NOBODY,
  );
}

/** Everybody at each article of the desk, by the article's id; articles without anybody are left out. */
export function useHere(): ReadonlyMap<string, readonly Person[]> {
  return useSyncExternalStore(here.subscribe, here.get, () => NOWHERE);
}

/** Takes in who is at an article; `meId` is left out of what is shown. */
export function receivePresence(articleId: string, people: readonly Presence[], meId: string): void {
  const others = people.filter(({ person }) => person.id !== meId);
  presence.set(withEntry(presence.get(), articleId, others));
}

/** Takes in who is at an article of the board. */
export function receiveHere(articleId: string, people: readonly Person[]): void {
  here.set(withEntry(here.get(), articleId, people));
}

/** Forgets who is where on the board, before it is told anew. */
export function forgetHere(): void {
  here.set(NOWHERE);
}

/** Forgets everybody: nobody knows any more where they are. */
export function forgetPeople(): void {
  here.set(NOWHERE);
  presence.set(NOWHERE);
}

function withEntry<Item>(map: ByArticle<Item>, articleId: string, items: readonly Item[]): ByArticle<Item> {
  const next = new Map(map);
  if (items.length === 0) next.delete(articleId);
  else next.set(articleId, items);
  return next;
}
