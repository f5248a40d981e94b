/** A mark in a few words. */
import type { Annotation } from '@/domain/annotation';
import { kindWords, statusWords } from '@/domain/words';

/** Kind, whose or what it is, and status: "quote, Keir Starmer, approved". */
export function markLabel(annotation: Annotation): string {
  return [kindWords[annotation.kind], subjectOf(annotation), statusWords[annotation.status]]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** Who speaks or claims, or what happened. */
export function subjectOf(annotation: Annotation): string | undefined {
  switch (annotation.kind) {
    case 'quote':
      return annotation.details.speaker?.name;
    case 'claim':
      return annotation.details.claimant?.name;
    case 'event':
      return annotation.details.title;
  }
}
