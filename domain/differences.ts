/** What differs between two states of a mark, field by field, and between two texts, word by word. */
import canonicalize from 'canonicalize';
import type { Decided } from '@/domain/annotation';

/** A field of a mark as differences name it; `details.` and the field's name for the details. */
export type MarkField = 'kind' | 'spans' | 'labels' | 'note' | `details.${string}`;

/** One field that differs; undefined on the side that has none. */
export interface Difference {
  readonly field: MarkField;
  readonly before: unknown;
  readonly after: unknown;
}

/** What can be compared: what decisions are bound to, and the note where there is one. */
export type Comparable = Decided & { readonly note?: string | undefined };

/**
 * The fields that differ, in the order kind, words, details, labels, note. Where the kind differs every detail of
 * either side does, since details of one kind mean nothing in another.
 */
export function differences(before: Comparable, after: Comparable): Difference[] {
  const kindDiffers = before.kind !== after.kind;
  const compared: Difference[] = [
    { field: 'kind', before: before.kind, after: after.kind },
    { field: 'spans', before: before.spans, after: after.spans },
    ...(kindDiffers
      ? [...sidesOf(before.details, 'before'), ...sidesOf(after.details, 'after')]
      : detailPairs(before.details, after.details)),
    { field: 'labels', before: before.labels, after: after.labels },
    { field: 'note', before: before.note, after: after.note },
  ];
  return compared.filter((pair) => !isSame(pair.before, pair.after));
}

/** Whether two JSON values are equal; absent equals absent only. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || (canonicalize(one) ?? '') === (canonicalize(other) ?? '');
}

function detailPairs(before: object, after: object): Difference[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const fresh = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...fresh.keys()])].map((name) => ({
    field: `details.${name}`,
    before: old.get(name),
    after: fresh.get(name),
  }));
}

function sidesOf(details: object, side: 'before' | 'after'): Difference[] {
  return [...new Map<string, unknown>(Object.entries(details))].map(([name, value]) => ({
    field: `details.${name}`,
    before: side === 'before' ? value : undefined,
    after: side === 'after' ? value : undefined,
  }));
}

/** A run of a text that both have, only the old one (`gone`) or only the new one (`fresh`). */
export interface Piece {
  readonly is: 'same' | 'gone' | 'fresh';
  readonly text: string;
}

/** Texts longer than this many words are shown whole, old and new: the table below grows with the square. */
const MOST_WORDS = 800;

/**
 * The way from one text to another in whole words, as few of them changed as can be (longest common subsequence).
 * The `same` and `gone` pieces joined are the old text, the `same` and `fresh` pieces the new one.
 */
export function wordDifferences(before: string, after: string): Piece[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) {
    return joined([
      { is: 'gone', text: before },
      { is: 'fresh', text: after },
    ]);
  }
  const common = commonLengths(old, fresh);
  const pieces: Piece[] = [];
  let o = 0;
  let f = 0;
  while (o < old.length || f < fresh.length) {
    const oldWord = old[o];
    const freshWord = fresh[f];
    if (oldWord !== undefined && oldWord === freshWord) {
      pieces.push({ is: 'same', text: oldWord });
      o += 1;
      f += 1;
    } else if (oldWord !== undefined && (freshWord === undefined || common(o + 1, f) >= common(o, f + 1))) {
      pieces.push({ is: 'gone', text: oldWord });
      o += 1;
    } else if (freshWord !== undefined) {
      pieces.push({ is: 'fresh', text: freshWord });
      f += 1;
    }
  }
  return joined(pieces);
}

/** Words and the white space between them, each a token, so that the tokens joined are the text. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[^\s]+/gu) ?? [];
}

/** How many tokens the rest of the old (from `o`) and of the fresh (from `f`) have in common, in order. */
function commonLengths(old: readonly string[], fresh: readonly string[]): (o: number, f: number) => number {
  const width = fresh.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  const at = (o: number, f: number) => table[o * width + f] ?? 0;
  for (let o = old.length - 1; o >= 0; o -= 1) {
    for (let f = fresh.length - 1; f >= 0; f -= 1) {
      table[o * width + f] =
        old[o] === fresh[f] ? at(o + 1, f + 1) + 1 : Math.max(at(o + 1, f), at(o, f + 1));
    }
  }
  return at;
}

/**
 * Pieces by runs: between two runs that both have, first all that went, then all that came. White space that both have
 * between two changed words belongs to the change, so that it reads as one.
 */
function joined(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  let gone = '';
  let fresh = '';
  const endChange = () => {
    if (gone !== '') runs.push({ is: 'gone', text: gone });
    if (fresh !== '') runs.push({ is: 'fresh', text: fresh });
    gone = '';
    fresh = '';
  };
  for (const [place, { is, text }] of pieces.entries()) {
    const next = pieces[place + 1]?.is ?? 'same';
    const joins = is === 'same' && gone !== '' && fresh !== '' && text.trim() === '' && next !== 'same';
    if (is === 'gone' || joins) gone += text;
    if (is === 'fresh' || joins) fresh += text;
    if (is !== 'same' || joins) continue;
    endChange();
    const last = runs.at(-1);
    if (last?.is === 'same') runs[runs.length - 1] = { is, text: last.text + text };
    else if (text !== '') runs.push({ is, text });
  }
  endChange();
  return runs;
}
