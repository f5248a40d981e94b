/** Where two people changed one mark from the same state, and how a person decides between them. */
import type { Annotation } from '@/domain/annotation';
import type { Comparable, MarkField } from '@/domain/differences';
import type { Kind, Tagging } from '@/domain/kinds';
import { type Fields, type Meeting, meet } from '@/domain/meeting';
import { detailWords } from '@/domain/words';

/**
 * Meets two changes of one mark. Details mean nothing without their kind: where the two want different kinds, the field
 * `kind` stands for the kind with all its details (a `Tagging`), and no detail is named by itself.
 */
export function meetMarks(before: Comparable, theirs: Comparable, mine: Comparable): Meeting<MarkField> {
  const kind = theirs.kind === mine.kind ? mine.kind : undefined;
  return meet(fieldsOf(before, kind), fieldsOf(theirs, kind), fieldsOf(mine, kind));
}

/** What a person makes of one field in which the two clash. */
export type Choice =
  | { readonly field: MarkField; readonly take: 'mine' | 'theirs' }
  /** A third wording; undefined leaves the field empty. */
  | { readonly field: MarkField; readonly take: 'anew'; readonly value: unknown };

/** The state that a person saw, and what they want it to become. */
export interface Wish {
  readonly seen: Annotation;
  readonly wanted: Annotation;
}

/**
 * The wish after choices between it and `theirs`: in those fields the person has now seen theirs, and wants what they
 * chose. What they have not chosen between stays as it was, and clashes as before.
 */
export function decideBetween(wish: Wish, theirs: Annotation, choices: readonly Choice[]): Wish {
  return choices.reduce<Wish>(
    ({ seen, wanted }, choice) => {
      const { field } = choice;
      const their = valueIn(theirs, field);
      const value = choice.take === 'anew' ? choice.value : choice.take === 'mine' ? undefined : their;
      return {
        seen: withField(seen, field, their),
        wanted: choice.take === 'mine' ? wanted : withField(wanted, field, value),
      };
    },
    alignWish(wish, theirs),
  );
}

/**
 * The wish counted from details that can be compared: where both have given the mark the same other kind, the details
 * of the kind that it had are seen as gone.
 */
export function alignWish({ seen, wanted }: Wish, theirs: Annotation): Wish {
  if (seen.kind === wanted.kind || theirs.kind !== wanted.kind) return { seen, wanted };
  return { seen: withField(seen, 'kind', { kind: wanted.kind, details: {} }), wanted };
}

/** The value of a field as meetings of marks have it; for `kind` with all its details. */
function valueIn(mark: Annotation, field: MarkField): unknown {
  return field === 'kind' ? taggingIn(mark) : fieldsOf(mark, mark.kind).get(field);
}

/**
 * The mark with another value in a field; undefined empties it. The value comes from the field of the same name in a
 * mark of the same kind, or is checked when a write is made of it.
 */
export function withField(mark: Annotation, field: MarkField, value: unknown): Annotation {
  return { ...mark, ...partWith(mark, field, value) };
}

function partWith(mark: Annotation, field: MarkField, value: unknown): object {
  switch (field) {
    case 'kind':
      return value as Tagging;
    case 'spans':
    case 'labels':
      return { [field]: value ?? [] };
    case 'note':
      return { note: value };
    default: {
      const details = new Map<string, unknown>(Object.entries(mark.details));
      const name = field.slice('details.'.length);
      if (value === undefined) details.delete(name);
      else details.set(name, value);
      return { details: Object.fromEntries(details) };
    }
  }
}

/** The fields in the order of forms; of the details those of `kind`, which are none of a mark of another kind. */
function fieldsOf(mark: Comparable, kind: Kind | undefined): Fields<MarkField> {
  const values = new Map<string, unknown>(mark.kind === kind ? Object.entries(mark.details) : []);
  const names = kind === undefined ? [] : Object.keys(detailWords[kind]);
  return new Map<MarkField, unknown>([
    ['kind', kind === undefined ? taggingIn(mark) : mark.kind],
    ['spans', mark.spans],
    ...names.map((name) => [`details.${name}`, values.get(name)] satisfies [MarkField, unknown]),
    ['labels', mark.labels],
    ['note', mark.note],
  ]);
}

function taggingIn({ kind, details }: Comparable): object {
  return { kind, details };
}
