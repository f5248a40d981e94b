/** Where colleagues were seen last: the idle tell no place, but one can still go where they were. */
import type { Presence } from '@/domain/presence';
import type { Range } from '@/domain/span';

type People = readonly Presence[];

/** The last places of those who tell none now, by the person's id. */
export type LastPlaces = ReadonlyMap<string, Range>;

/** What is known when `before` becomes `now`; the same object when nothing new is. Whoever has left is forgotten. */
export function rememberPlaces(known: LastPlaces, before: People, now: People): LastPlaces {
  const last = new Map(before.map(({ person, selection }) => [person.id, selection]));
  const next = new Map<string, Range>();
  for (const { person, selection } of now) {
    const place = selection === null ? (last.get(person.id) ?? known.get(person.id)) : undefined;
    if (place !== undefined) next.set(person.id, place);
  }
  const isSame = next.size === known.size && [...next].every(([id, place]) => known.get(id) === place);
  return isSame ? known : next;
}
