/** What a schema finds wrong, in the form in which refusals carry it. */
import type { z } from 'zod';
import type { Issue } from '@/domain/refusal';

/** One issue per fault with its path from the whole, `details.speaker.name`; an unknown field is named by its own path. */
export function issuesOf(error: z.ZodError, at: readonly PropertyKey[] = []): Issue[] {
  return error.issues.flatMap((issue) => {
    const path = [...at, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: written([...path, key]), message: 'is not known here' }));
    }
    return [{ path: written(path), message: issue.message }];
  });
}

function written(path: readonly PropertyKey[]): string {
  return path.map(String).join('.');
}
