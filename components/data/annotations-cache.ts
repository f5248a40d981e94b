/** Puts marks that the desk has told of into what is cached of their article. */
import type { QueryClient } from '@tanstack/react-query';
import type { Annotation } from '@/domain/annotation';
import type { AnnotationList } from '@/domain/contract/annotations';
import { annotationsQuery, deletedAnnotationsQuery } from './annotations';
import { compareInText } from './apply-unsent';

/** Takes in a mark as the desk answered it; a newer state that is cached already stays. */
export function receiveAnnotation(client: QueryClient, annotation: Annotation): void {
  const standing = annotationsQuery(annotation.articleId).queryKey;
  const deleted = deletedAnnotationsQuery(annotation.articleId).queryKey;
  // A list that was asked for before this answer must not come after it and take it back.
  void client.cancelQueries({ queryKey: standing });
  void client.cancelQueries({ queryKey: deleted });
  const isDeleted = annotation.deletedAt !== undefined;
  client.setQueryData(standing, (list) => list && withMark(list, annotation, !isDeleted));
  client.setQueryData(deleted, (list) => list && withMark(list, annotation, isDeleted));
}

/** The list with the mark in its place, or without it; a newer state of the mark that is there already stays. */
function withMark(list: AnnotationList, mark: Annotation, belongs: boolean): AnnotationList {
  const known = list.items.find(({ id }) => id === mark.id);
  if (known !== undefined && known.version > mark.version) return list;
  const others = list.items.filter(({ id }) => id !== mark.id);
  return { ...list, items: belongs ? [...others, mark].toSorted(compareInText) : others };
}
