/** What became of a mark between two of its versions, and by whom. */
import { queryOptions } from '@tanstack/react-query';
import type { Change } from '@/domain/change';
import { readAnnotationHistory } from '@/domain/contract/annotations';
import { MOST_LISTED } from '@/domain/contract/operation';
import { call } from './call';

/**
 * The changes after version `since` up to version `upTo`, oldest first. Once they are all there they are not asked for
 * again; the newest may be on its way to the desk still.
 */
export function annotationChangesQuery(annotationId: string, since: number, upTo: number) {
  return queryOptions({
    queryKey: ['annotations', 'changes', annotationId, since, upTo],
    queryFn: async ({ signal }) => {
      const changes: Change[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: Change[]; nextCursor: string | null } = await call(readAnnotationHistory, {
          params: { id: annotationId },
          query: { limit: MOST_LISTED, ...(cursor === null ? {} : { cursor }) },
          signal,
        });
        changes.push(...page.items.filter((change) => isBetween(change, since, upTo)));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return changes;
    },
    staleTime: ({ state }) =>
      state.data?.at(-1)?.after?.['version'] === upTo ? Number.POSITIVE_INFINITY : 0,
  });
}

function isBetween({ after }: Change, since: number, upTo: number): boolean {
  const version = after?.['version'];
  return typeof version === 'number' && version > since && version <= upTo;
}
