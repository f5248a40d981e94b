/** What a schema finds wrong, in the form and the words in which refusals carry it. */
import type { z } from 'zod';
import type { Issue } from '@/domain/refusal';

/** One issue per fault with its path from the whole, `details.speaker.name`; an unknown field is named by its own path. */
export function issuesOf(error: z.ZodError, at: readonly PropertyKey[] = []): Issue[] {
  return error.issues.flatMap((issue) => issuesAt(issue, at));
}

function issuesAt(issue: z.core.$ZodIssue, at: readonly PropertyKey[]): Issue[] {
  const path = [...at, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: written([...path, key]), message: 'is not known here' }));
  }
  // The last form of a union is the fullest one: unions here only put a shorthand before it.
  const fullest = issue.code === 'invalid_union' ? (issue.errors.at(-1) ?? []) : [];
  if (fullest.length > 0) return fullest.flatMap((inner) => issuesAt(inner, path));
  return [{ path: written(path), message: issue.message }];
}

function written(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
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

/**
 * The words for what a schema says nothing about itself; give it to `safeParse` as `error`. A schema's own messages
 * come before these.
 */
export const inWords: z.core.$ZodErrorMap = (issue) => {
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
