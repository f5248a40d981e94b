/** What a form holds while somebody writes about an article, and the way to and from the fields. */
import { ArticleFields, priorities } from '@/domain/article';
import { parseWrittenDate } from '@/domain/import/written-date';
import { fromLocalTime, toLocalTime } from '@/domain/wall-clock';
import { articleFieldWords, capitalised } from '@/domain/words';
import { languageTag } from './languages';

export type FieldName = keyof ArticleFields;

/** Every field as it is typed; empty for absent. `deadline` is a local time of the desk: `2025-03-02T18:30`. */
export type FieldValues = Readonly<Record<FieldName, string>>;

/** A sentence for each field that cannot be taken as it is. */
export type FieldErrors = Readonly<Partial<Record<FieldName, string>>>;

export const fieldNames = [
  'headline',
  'byline',
  'source',
  'sourceUrl',
  'publishedOn',
  'language',
  'desk',
  'deadline',
  'priority',
] as const satisfies readonly FieldName[];

/** The form of an article, or of as much as is known about one; deadlines on the clocks of the desk's zone. */
export function valuesOf(fields: Partial<ArticleFields>, timeZone: string): FieldValues {
  const { deadline, priority = 'normal' } = fields;
  return {
    headline: fields.headline ?? '',
    byline: fields.byline ?? '',
    source: fields.source ?? '',
    sourceUrl: fields.sourceUrl ?? '',
    publishedOn: fields.publishedOn ?? '',
    language: fields.language ?? '',
    deadline: deadline === undefined ? '' : toLocalTime(deadline, timeZone),
    desk: fields.desk ?? '',
    priority,
  };
}

/** The fields that a form says, or what is wrong with it. Languages may be named, dates written in words. */
export function readFieldValues(
  values: FieldValues,
  timeZone: string,
):
  | { readonly fields: ArticleFields; readonly errors?: never }
  | { readonly errors: FieldErrors; readonly fields?: never } {
  const written = {
    ...Object.fromEntries(fieldNames.map((name) => [name, values[name].trim() || undefined])),
    headline: values.headline.trim(),
    language: languageTag(values.language) ?? '',
    publishedOn: dateOf(values.publishedOn.trim()),
    deadline: instantOf(values.deadline, timeZone),
    priority: priorities.find((priority) => priority === values.priority) ?? 'normal',
  };
  const parsed = ArticleFields.safeParse(written);
  if (parsed.success) return { fields: parsed.data };
  const errors: Partial<Record<FieldName, string>> = {};
  for (const { path, message } of parsed.error.issues) {
    const name = fieldNames.find((field) => field === path[0]);
    if (name !== undefined) errors[name] ??= sentences[name] ?? sayProblem(name, message);
  }
  return { errors };
}

/** Said instead of the shape's own words where a person needs to know what would fit. */
const sentences: FieldErrors = {
  sourceUrl: 'Write a web address such as https://example.org/story, or leave it empty.',
  publishedOn: 'Write a date such as 2025-03-02 or 2 March 2025, as much of it as is known.',
  language: 'Choose a language, or write its tag, such as en or pt-BR.',
  deadline: 'Choose a day and a time.',
};

/** The shape's own words as a sentence: `Byline: at most 300 characters.` */
function sayProblem(name: FieldName, message: string): string {
  return message === 'is empty'
    ? `Write a ${articleFieldWords[name]}.`
    : `${capitalised(articleFieldWords[name])}: ${message}.`;
}

function dateOf(written: string): string | undefined {
  return written === '' ? undefined : (parseWrittenDate(written) ?? written);
}

/** What is no local time stays as it is, so that the shape refuses it. */
function instantOf(local: string, timeZone: string): string | undefined {
  return local === '' ? undefined : (fromLocalTime(local, timeZone) ?? local);
}
