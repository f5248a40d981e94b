/** Whom the page on screen was opened for: what is done on it is theirs, whoever signs in elsewhere meanwhile. */
import type { Person } from '@/domain/person';
import { hold } from './live/held';

const person = hold<Person | undefined>(undefined);

/** Says whose page this is. */
export function setPagePerson(next: Person): void {
  const now = person.get();
  if (now?.id !== next.id || now.name !== next.name) person.set({ id: next.id, name: next.name });
}

/** The id of whoever the page was opened for; undefined before that is known, and where nobody is signed in. */
export function pagePersonId(): string | undefined {
  return person.get()?.id;
}

/** Reads and follows whose page this is. */
export const pagePerson = { get: person.get, subscribe: person.subscribe };
