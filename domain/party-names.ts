/** One person under several spellings is one name: Zelensky, Zelenskiy, Volodymyr Zelenskyy. */
import type { Annotation } from '@/domain/annotation';
import type { Party } from '@/domain/kinds';

/** Somebody named in an article. */
export interface NamedParty extends Party {
  /** Every spelling met, the one in `name` first. */
  readonly spellings: readonly string[];
}

/** Whether two names may well be the same person's: the family names sound alike and no given names differ. */
export function isSameName(one: string, other: string): boolean {
  const [a, b] = [nameKeys(one), nameKeys(other)];
  const [familyA, familyB] = [a.at(-1), b.at(-1)];
  if (familyA === undefined || familyA !== familyB) return false;
  const [givenA, givenB] = [a.slice(0, -1), b.slice(0, -1)];
  if (givenA.length === 0 || givenB.length === 0) return true;
  return isSameGiven(givenA[0] ?? '', givenB[0] ?? '');
}

/** An initial stands for any name that begins with it. */
function isSameGiven(one: string, other: string): boolean {
  const length = one.length === 1 || other.length === 1 ? 1 : Math.max(one.length, other.length);
  return one.slice(0, length) === other.slice(0, length);
}

/**
 * Parties gathered by person, in the order of first mention. Each is called by the fullest spelling and has the first
 * role given. A family name alone joins the one person who has it; where two do, it stays by itself.
 */
export function gatherParties(parties: readonly Party[]): NamedParty[] {
  const groups: Party[][] = [];
  const fullestFirst = parties.toSorted(
    (one, other) => nameKeys(other.name).length - nameKeys(one.name).length,
  );
  for (const party of fullestFirst) {
    const alike = groups.filter((group) => group.every(({ name }) => isSameName(name, party.name)));
    const own = alike.length === 1 ? alike[0] : groups.find((group) => group[0]?.name === party.name);
    if (own === undefined) groups.push([party]);
    else own.push(party);
  }
  const mention = (group: readonly Party[]) => Math.min(...group.map((party) => parties.indexOf(party)));
  return groups.toSorted((one, other) => mention(one) - mention(other)).flatMap(named);
}

function named(group: readonly Party[]): NamedParty[] {
  const [first] = group;
  if (first === undefined) return [];
  const role = group.find((party) => party.role !== undefined)?.role;
  const spellings = [...new Set(group.map(({ name }) => name))];
  return [{ name: first.name, ...(role === undefined ? {} : { role }), spellings }];
}

/** The parties that marks name: speakers, claimants, participants. */
export function partiesOf(marks: readonly Annotation[]): Party[] {
  return marks.flatMap(partiesOfMark);
}

function partiesOfMark(mark: Annotation): readonly Party[] {
  switch (mark.kind) {
    case 'quote':
      return mark.details.speaker === undefined ? [] : [mark.details.speaker];
    case 'claim':
      return mark.details.claimant === undefined ? [] : [mark.details.claimant];
    case 'event':
      return (mark.details.participants ?? []).map((name) => ({ name }));
  }
}

/** Of the parties, those that what was typed may be the beginning of, in any spelling; all of them for nothing typed. */
export function matchParties(parties: readonly NamedParty[], typed: string): NamedParty[] {
  const sought = plain(typed);
  if (sought === '') return [...parties];
  return parties.filter(
    ({ spellings, name }) =>
      spellings.some(
        (spelling) =>
          plain(spelling)
            .split(' ')
            .some((_, at, words) => words.slice(at).join(' ').startsWith(sought)) ||
          isSameName(spelling, typed),
      ) || isSameName(name, typed),
  );
}

/** The words of a name by how they sound: accents, doubled letters and ways to transcribe -skyi fall together. */
function nameKeys(name: string): string[] {
  return plain(name)
    .split(/[\s.]+/)
    .map(soundKey)
    .filter((key) => key !== '');
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’`]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/w/g, 'v'],
  [/[iyj]+/g, 'i'],
  [/(\p{L})\1+/gu, '$1'],
];

function soundKey(word: string): string {
  return sounds.reduce((key, [letters, sound]) => key.replace(letters, sound), word);
}
