/** The unsent writes of one person to one article as the browser's database has them: pure shapes and their upkeep. */
import { nothingUnsent, type Unsent } from '@/components/data/unsent';
import type { Write } from '@/components/data/write';
import type { Person } from '@/domain/person';

/** Whose writes, and to what. */
export interface BoxId {
  readonly person: Person;
  readonly articleId: string;
}

/** A write in its place; places only say what comes before what. */
export interface Entry {
  readonly place: number;
  /** Another one each time that the write is stored. */
  readonly stamp: string;
  readonly write: Write;
}

/** Something that is stored in the place of a write and cannot be read: it is kept, shown and never sent. */
export interface Unreadable {
  readonly place: number;
  readonly found: unknown;
}

export interface StoredBox {
  /** Tells this state from any other; undefined for an empty one. */
  readonly stamp: string | undefined;
  /** In order. */
  readonly entries: readonly Entry[];
  readonly unreadable: readonly Unreadable[];
  readonly unsent: Unsent;
}

export const emptyBox: StoredBox = { stamp: undefined, entries: [], unreadable: [], unsent: nothingUnsent };

/**
 * The places of the writes after a step. A write keeps its place; one that took another's turn (joined, or sent anew
 * under another key) takes a place between its neighbours, and a new one the place after all.
 */
export function placesAfter(
  { entries, unreadable }: Pick<StoredBox, 'entries' | 'unreadable'>,
  writes: readonly Write[],
): readonly number[] {
  const placeOf = new Map(entries.map(({ place, write }) => [write.key, place]));
  const taken = new Set([...entries, ...unreadable].map(({ place }) => place));
  const last = Math.max(0, ...taken);
  const places: number[] = [];
  for (const [index, { key }] of writes.entries()) {
    const next = writes.slice(index + 1).find((later) => placeOf.has(later.key))?.key;
    const place =
      placeOf.get(key) ??
      freePlace(places.at(-1), next === undefined ? undefined : placeOf.get(next), last, taken);
    places.push(place);
    taken.add(place);
  }
  return places;
}

/** A place of nobody's after `previous` and before `next`; after all that is stored (up to `last`) when nothing follows. */
function freePlace(
  previous: number | undefined,
  next: number | undefined,
  last: number,
  taken: ReadonlySet<number>,
): number {
  if (next === undefined) return Math.max(previous ?? last, last) + 1;
  let place = previous === undefined ? next - 1 : (previous + next) / 2;
  while (taken.has(place)) place = previous === undefined ? place - 1 : (place + next) / 2;
  return place;
}
