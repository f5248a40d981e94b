/** What zod finds, as the paths and words that travel in a refusal. */
import { z } from 'zod';
import { type Issue, Refusal } from '@/domain/refusal';

/** The parsed value, or a refusal 422 that names every place that does not fit. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value, { error: say });
  if (result.success) return result.data;
  throw unfit(result.error.issues.flatMap((issue) => issuesOf(issue, [])));
}

/** A refusal 422 for these places; its sentence names the first. */
export function unfit(errors: readonly Issue[]): Refusal {
  const [first] = errors;
  const others = errors.length > 1 ? ` There are ${errors.length - 1} more places like it.` : '';
  const place = first === undefined || first.path === '' ? 'What was sent' : first.path;
  return new Refusal('invalid', `${place} ${first?.message ?? 'does not fit'}.${others}`, { errors });
}

type Found = z.core.$ZodIssue;

function issuesOf(issue: Found, above: readonly PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'is not known here' }));
  }
  // The last form of a union is the fullest one: unions here add a shorthand before it.
  const fullest = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined;
  if (fullest !== undefined && fullest.length > 0) return fullest.flatMap((inner) => issuesOf(inner, path));
  return [{ path: path.join('.'), message: issue.message }];
}

const nouns: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

/** The words for what schemas say nothing about themselves; their own messages come first. */
const say: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${nouns[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `must be ${String(issue.values[0])}`
        : `must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `is too small: at least ${issue.minimum}`;
    case 'too_big':
      return `is too large: at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.format === 'uuid' ? 'is not an id' : 'does not have the right form';
    default:
      return undefined;
  }
};
