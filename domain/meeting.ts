/** What two people made of one thing, field by field: what merges by itself, and what somebody has to decide. */
import { isSame } from '@/domain/differences';

/** A field as it was, as they left it and as I want it; undefined on a side that has none. */
export interface MetField<Field extends string> {
  readonly field: Field;
  readonly before: unknown;
  readonly theirs: unknown;
  readonly mine: unknown;
}

/** Every field that differs on any side is in exactly one of the three. */
export interface Meeting<Field extends string> {
  /** Both changed them, each to something else: only a person can say which holds. */
  readonly clashes: readonly MetField<Field>[];
  /** They changed them and I did not, or we both made the same of them. */
  readonly theirs: readonly MetField<Field>[];
  /** I changed them and they did not. */
  readonly mine: readonly MetField<Field>[];
}

/** The values of a thing by field; a field that it does not have is absent or undefined. */
export type Fields<Field extends string> = ReadonlyMap<Field, unknown>;

/** Meets two changes of one state, `before`; fields in the order in which they are first named. */
export function meet<Field extends string>(
  before: Fields<Field>,
  theirs: Fields<Field>,
  mine: Fields<Field>,
): Meeting<Field> {
  const names = new Set([...before.keys(), ...theirs.keys(), ...mine.keys()]);
  const met = [...names].map((field) => ({
    field,
    before: before.get(field),
    theirs: theirs.get(field),
    mine: mine.get(field),
  }));
  const of = (side: keyof Meeting<Field>) => met.filter((field) => sideOf(field) === side);
  return { clashes: of('clashes'), theirs: of('theirs'), mine: of('mine') };
}

function sideOf({
  before,
  theirs,
  mine,
}: Omit<MetField<string>, 'field'>): keyof Meeting<string> | undefined {
  const changedByThem = !isSame(before, theirs);
  const changedByMe = !isSame(before, mine);
  if (changedByThem && changedByMe && !isSame(theirs, mine)) return 'clashes';
  if (changedByThem) return 'theirs';
  return changedByMe ? 'mine' : undefined;
}
