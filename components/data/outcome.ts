/** What a write makes of a mark. */
import {
  changeAnnotation,
  deleteAnnotation,
  makeAnnotation,
  restoreAnnotation,
  reviewAnnotation,
} from '@/domain/annotating';
import type { Annotation } from '@/domain/annotation';
import { isRefusal, type Refusal } from '@/domain/refusal';
import type { RefusedWith, Write } from './write';

/** What becomes of a mark by a write. Throws a `Refusal` when the one no longer fits the other. */
export function outcome({ ask, act }: Pick<Write, 'ask' | 'act'>, mark: Annotation): Annotation {
  switch (ask.type) {
    case 'create':
      return makeAnnotation(ask.sent, { id: mark.id, articleId: mark.articleId }, act);
    case 'change':
      return changeAnnotation(mark, ask.patch, act);
    case 'remove':
      return deleteAnnotation(mark, act);
    case 'restore':
      return restoreAnnotation(mark, act);
    case 'review':
      return reviewAnnotation(mark, ask.review, act);
  }
}

/** The write as made on `mark`; refused where it no longer fits. `version` undefined: an earlier write decides it. */
export function onTop(write: Write, mark: Annotation, version: number | undefined): Write {
  const hasVersion = write.ask.type !== 'restore' && write.ask.type !== 'create';
  const based = { ...write, seen: mark, version: hasVersion ? version : undefined };
  try {
    return { ...based, wanted: outcome(write, mark), standing: { is: 'waiting', tried: false } };
  } catch (error) {
    if (isRefusal(error)) return { ...based, standing: { is: 'refused', refused: refusedWith(error) } };
    throw error;
  }
}

/** Of a refusal, what the card shows. */
export function refusedWith({ code, message, extras }: Refusal): RefusedWith {
  return { code, message, errors: extras.errors ?? [] };
}
