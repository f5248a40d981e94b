/** Which marks are shown: by kind, status and author. Rejected marks stay hidden until they are asked for. */
import { type AnnotationStatus, annotationStatuses } from '@/domain/annotation';
import { type Kind, kinds } from '@/domain/kinds';

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

/** Reads a filter from a page's query (`?kind=quote&kind=claim&status=pending&author=…`). What is unknown is left out. */
export function parseMarkFilter(query: URLSearchParams): MarkFilter {
  return {
    kinds: kinds.filter((kind) => query.getAll('kind').includes(kind)),
    statuses: annotationStatuses.filter((status) => query.getAll('status').includes(status)),
    authors: [...new Set(query.getAll('author'))].filter((author) => author !== ''),
  };
}

/** The query with the filter written into it, its other fields as they were. The inverse of `parseMarkFilter`. */
export function writeMarkFilter(filter: MarkFilter, query: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(query);
  const fields = { kind: filter.kinds, status: filter.statuses, author: filter.authors };
  for (const [field, values] of Object.entries(fields)) {
    written.delete(field);
    for (const value of values) written.append(field, value);
  }
  return written;
}
