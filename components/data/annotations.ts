/** The queries of annotations: what the server said last, without what is still unsent. */
import { queryOptions } from '@tanstack/react-query';
import { AnnotationList, listAnnotations, readAnnotationHistory } from '@/domain/contract/annotations';
import { MOST_LISTED } from '@/domain/contract/operation';
import { annotationsKey, readMarks } from './annotations-cache';
import { call } from './call';

/** The operation in its whole, not its compact form. */
const listWhole = { ...listAnnotations, reply: AnnotationList };

/** All marks of an article that stand, in text order. Screens read them through `useAnnotations`. */
export function annotationsQuery(articleId: string) {
  return queryOptions({
    queryKey: annotationsKey(articleId, 'standing'),
    queryFn: ({ signal, client }) =>
      readMarks(client, articleId, () => call(listWhole, { params: { id: articleId }, signal })),
    structuralSharing: false,
    // Whoever shows them says how they are kept fresh.
    refetchOnWindowFocus: false,
  });
}

/** The marks of an article that were deleted, in text order. */
export function deletedAnnotationsQuery(articleId: string) {
  return queryOptions({
    queryKey: annotationsKey(articleId, 'deleted'),
    queryFn: ({ signal }) =>
      call(listWhole, { params: { id: articleId }, query: { deleted: 'true' }, signal }),
  });
}

/**
 * The states that a mark was in, oldest first. `version` is the one shown; while `isUnsent` the desk has not made it yet,
 * so that the answer holds until it has.
 */
export function annotationHistoryQuery(annotationId: string, version: number, isUnsent: boolean) {
  return queryOptions({
    queryKey: ['annotations', 'history', annotationId, version, isUnsent],
    queryFn: ({ signal }) =>
      call(readAnnotationHistory, { params: { id: annotationId }, query: { limit: MOST_LISTED }, signal }),
  });
}
