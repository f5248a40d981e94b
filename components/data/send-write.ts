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
}: Write): Promise<Annotation> {
  const params = { id: annotationId };
  switch (ask.type) {
    case 'create':
      return call(createAnnotation, { params: { id: seen.articleId }, body: ask.sent, idempotencyKey });
    case 'change':
      return call(changeAnnotation, { params, body: ask.patch, version, idempotencyKey });
    case 'remove':
      return call(deleteAnnotation, { params, version, idempotencyKey });
    case 'restore':
      return call(restoreAnnotation, { params, idempotencyKey });
    case 'review':
      return call(reviewAnnotation, { params, body: ask.review, version, idempotencyKey });
  }
}
