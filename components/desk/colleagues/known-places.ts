/** Where colleagues were seen last: the idle tell no place, but one can still go where they were. */
import type { Presence } from '@/domain/presence';
import type { Range } from '@/domain/span';

/** Places by the person's id. */
export type KnownPlaces = ReadonlyMap<string, Range>;

/** What is known when this is seen; the same object when nothing new is. Whoever has left is forgotten. */
export function seePlaces(known: KnownPlaces, people: readonly Presence[]): KnownPlaces {
  const next = new Map<string, Range>();
  for (const { person, selection } of people) {
    const place = selection ?? known.get(person.id);
    if (place !== undefined) next.set(person.id, place);
  }
  const isSame = next.size === known.size && [...next].every(([id, place]) => known.get(id) === place);
  return isSame ? known : next;
}
