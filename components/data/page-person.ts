/** Whom the page on screen was opened for: what is done on it is theirs, whoever signs in elsewhere meanwhile. */
import type { Person } from '@/domain/person';

let person: Person | undefined;

/** Says whose page this is. */
export function setPagePerson({ id, name }: Person): void {
  person = { id, name };
}

/** Whoever the page was opened for; undefined before that is known, and where nobody is signed in. */
export function pagePerson(): Person | undefined {
  return person;
}
