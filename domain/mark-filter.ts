/** Which marks are shown: by kind, status and author. Rejected marks stay hidden until they are asked for. */
import type { AnnotationStatus } from '@/domain/annotation';
import type { Kind } from '@/domain/kinds';

/** Each list narrows; an empty one does not, but that rejected marks need to be named in `statuses`. */
export interface MarkFilter {
  readonly kinds: readonly Kind[];
  readonly statuses: readonly AnnotationStatus[];
  /** Ids of people. */
  readonly authors: readonly string[];
}

export const noFilter: MarkFilter = { kinds: [], statuses: [], authors: [] };

/** Whether a mark passes the filter. */
export function passes(
  filter: MarkFilter,
  mark: { readonly kind: Kind; readonly status: AnnotationStatus; readonly authorId: string },
): boolean {
  return (
    (filter.kinds.length === 0 || filter.kinds.includes(mark.kind)) &&
    (filter.statuses.length === 0 ? mark.status !== 'rejected' : filter.statuses.includes(mark.status)) &&
    (filter.authors.length === 0 || filter.authors.includes(mark.authorId))
  );
}
