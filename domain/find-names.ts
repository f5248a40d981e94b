/** People and bodies named in a text, by the capitals of their names. A simple eye, for proposals only. */
import type { Party } from '@/domain/kinds';

/** A name in a text, with the title or office before it as a role. Offsets are UTF-16 code units, of the name alone. */
export interface FoundName extends Party {
  readonly start: number;
  readonly end: number;
}

/** An initial or an abbreviated title with its stop, or a capitalised word. */
const CAPITALISED = "(?:\\p{Lu}\\.|(?:Mr|Mrs|Ms|Dr|St|Sen|Gov|Gen|Rep|Prof)\\.|\\p{Lu}[\\p{L}\\p{M}'’-]*)";
/** Small words inside a name: Ursula von der Leyen, Mohammed bin Salman. */
const PARTICLE = '(?:van|von|der|den|de|del|della|da|di|du|la|le|bin|ibn|al|el)';
const RUN = new RegExp(`${CAPITALISED}(?:[ \\u00a0]+(?:${PARTICLE}[ \\u00a0]+)*${CAPITALISED})*`, 'gu');

const OFFICES =
  /^(?:president|premier|minister|chancellor|secretary|governor|mayor|senator|mp|mep|ambassador|commissioner|general|colonel|captain|sergeant|king|queen|prince|princess|pope|bishop|archbishop|rabbi|imam|judge|justice|professor|dr|mr|mrs|ms|sen|gov|gen|rep|prof|sir|lord|lady|dame|baroness|director|chairman|chairwoman|chair|spokesman|spokeswoman|spokesperson|leader|chief|exchequer)\.?$/iu;

/** Titles, and ends of titles, that say nothing of a role. */
const BARE_TITLES = /^(?:mr|mrs|ms|dr|sir|lord|lady|dame|exchequer)\.?$/iu;

/** Words that are capitalised for another reason than that they are a name. */
const NO_NAMES =
  /^(?:the|a|an|in|on|at|by|of|to|from|for|with|and|but|or|if|as|when|while|after|before|since|he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|there|here|what|who|how|why|not|no|yes|also|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december)$/iu;

/**
 * The names in a text, in text order: runs of capitalised words, without the words that begin a sentence by chance. A
 * single word counts where it follows an office (`President Trump`) or stands for a fuller name found elsewhere.
 */
export function findNames(text: string): FoundName[] {
  const runs = [...text.matchAll(RUN)].flatMap((match) => namesInRun(match[0], match.index));
  const families = new Set(runs.filter(({ isSure }) => isSure).map(({ found }) => lastWord(found.name)));
  return runs.filter(({ found, isSure }) => isSure || families.has(found.name)).map(({ found }) => found);
}

interface Word {
  readonly word: string;
  readonly at: number;
}

interface Candidate {
  readonly found: FoundName;
  /** Several words, or an office or title before it: more than a capital at the beginning of a sentence. */
  readonly isSure: boolean;
}

/** The names in a run of capitalised words; a possessive ends one: `Ukraine's | President Volodymyr Zelensky`. */
function namesInRun(run: string, start: number): Candidate[] {
  const names: Word[][] = [[]];
  for (const { 0: written, index } of run.matchAll(/[^ \u00a0]+/gu)) {
    const word = written.replace(/['’](?:s)?$/u, '');
    names.at(-1)?.push({ word, at: start + index });
    if (word !== written) names.push([]);
  }
  return names.flatMap(candidate);
}

/** Without what is capitalised by chance, with offices and titles taken off the front. */
function candidate(words: readonly Word[]): Candidate[] {
  const real = words.slice(words.findIndex(({ word }) => !NO_NAMES.test(word)));
  if (real.every(({ word }) => NO_NAMES.test(word))) return [];
  const office = real.findLastIndex(({ word }) => OFFICES.test(word));
  const own = real.slice(office + 1);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return [];
  const before = real.slice(0, office + 1).map(({ word }) => word);
  const role = before.every((word) => BARE_TITLES.test(word)) ? undefined : before.join(' ');
  const found = {
    name: own.map(({ word }) => word).join(' '),
    ...(role === undefined ? {} : { role }),
    start: first.at,
    end: last.at + last.word.length,
  };
  return [{ found, isSure: own.length > 1 || before.length > 0 }];
}

function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(' ') + 1);
}
