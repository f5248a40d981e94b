/** An open form about an article while somebody else changes what it is about. */
import {
  type FieldName,
  type FieldValues,
  fieldNames,
  valuesOf,
} from '@/components/article-fields/field-values';
import type { Article } from '@/domain/article';
import { type MetField, meet } from '@/domain/meeting';

export interface FieldsForm {
  /** What the person's changes are counted from: the article as they have seen it. */
  readonly seen: Article;
  readonly values: FieldValues;
}

export interface FollowedFields extends FieldsForm {
  /** Fields that were typed into and that others changed to something else; they wait for the person. */
  readonly clashes: readonly MetField<FieldName>[];
}

/**
 * The form over the article as it is now: fields that were not typed into follow, those that were stay as typed. What
 * clashes stays counted from what the person has seen, so that saving cannot replace it unseen.
 */
export function followFields({ seen, values }: FieldsForm, now: Article, timeZone: string): FollowedFields {
  const { clashes, theirs } = meet(
    fieldsOf(valuesOf(seen, timeZone)),
    fieldsOf(valuesOf(now, timeZone)),
    fieldsOf(values),
  );
  const followed = Object.fromEntries(theirs.map((met) => [met.field, met.theirs]));
  const asSeen = Object.fromEntries(clashes.map(({ field }) => [field, seen[field]]));
  return {
    seen: clashes.length === 0 ? now : { ...now, ...asSeen, version: seen.version },
    values: { ...values, ...followed },
    clashes,
  };
}

/** Fields that others changed since the form was opened on `first` and nobody typed into: shown as they are now. */
export function cameInto(
  values: FieldValues,
  first: Article,
  now: Article,
  timeZone: string,
): readonly FieldName[] {
  const { theirs } = meet(
    fieldsOf(valuesOf(first, timeZone)),
    fieldsOf(valuesOf(now, timeZone)),
    fieldsOf(values),
  );
  return theirs.map(({ field }) => field);
}

/** The form after a choice between what was typed and the article as it is now. */
export function decideField(
  { seen, values }: FieldsForm,
  now: Article,
  timeZone: string,
  { field, take }: { readonly field: FieldName; readonly take: 'mine' | 'theirs' },
): FieldsForm {
  return {
    seen: { ...seen, [field]: now[field] },
    values: take === 'mine' ? values : { ...values, [field]: valuesOf(now, timeZone)[field] },
  };
}

function fieldsOf(values: FieldValues): ReadonlyMap<FieldName, string> {
  return new Map(fieldNames.map((name) => [name, values[name]]));
}
