/** The mark filter as it stands in the page's address, so that a filtered desk can be linked. */
import { annotationStatuses } from '@/domain/annotation';
import { kinds } from '@/domain/kinds';
import type { MarkFilter } from '@/domain/mark-filter';

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
