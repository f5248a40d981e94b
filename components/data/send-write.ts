/** How an unsent write becomes a call. */
import type { Annotation } from '@/domain/annotation';
import {
  changeAnnotation,
  createAnnotation,
  deleteAnnotation,
  restoreAnnotation,
  reviewAnnotation,
} from '@/domain/contract/annotations';
import { call } from './call';
import type { Write } from './write';

/** Sends a write and gives the mark as the desk has it now. Throws as `call` does. */
export function sendWrite({
  key: idempotencyKey,
  ask,
  seen,
  annotationId,
  version,
  act,
}: Write): Promise<Annotation> {
  const params = { id: annotationId };
  const bound = { idempotencyKey, by: act.by.id };
  switch (ask.type) {
    case 'create':
      return call(createAnnotation, { params: { id: seen.articleId }, body: ask.sent, ...bound });
    case 'change':
      return call(changeAnnotation, { params, body: ask.patch, version, ...bound });
    case 'remove':
      return call(deleteAnnotation, { params, version, ...bound });
    case 'restore':
      return call(restoreAnnotation, { params, ...bound });
    case 'review':
      return call(reviewAnnotation, { params, body: ask.review, version, ...bound });
  }
}
