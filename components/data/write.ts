/** A write to a mark that the desk has not yet acknowledged: what it asks, and how it stands with it. */
import type { Act } from '@/domain/annotating';
import type { Annotation, AnnotationPatch, NewAnnotation } from '@/domain/annotation';
import type { NewReview } from '@/domain/decision';
import type { Issue, RefusalCode } from '@/domain/refusal';

/** What a write asks the desk to do. */
export type Ask =
  | { readonly type: 'create'; readonly sent: NewAnnotation }
  | { readonly type: 'change'; readonly patch: AnnotationPatch }
  | { readonly type: 'remove' }
  | { readonly type: 'restore' }
  | { readonly type: 'review'; readonly review: NewReview };

/** What the desk said no with. */
export interface RefusedWith {
  readonly code: RefusalCode;
  /** A sentence for the person. */
  readonly message: string;
  readonly errors: readonly Issue[];
}

export type Standing =
  /** `tried` once a request may have reached the desk: from then on it is sent again unaltered, under the same key. */
  | { readonly is: 'waiting'; readonly tried: boolean }
  | { readonly is: 'sending' }
  | { readonly is: 'refused'; readonly refused: RefusedWith }
  /** Somebody else changed the same thing; `current` is theirs. */
  | { readonly is: 'stale'; readonly current: Annotation };

/** One write with everything that is needed to show, send and judge it. */
export interface Write {
  /** The idempotency key; a new one whenever what is sent changes. */
  readonly key: string;
  readonly annotationId: string;
  readonly ask: Ask;
  /** The mark as the person saw it when they asked; for `create` the mark as made. */
  readonly seen: Annotation;
  /** The mark as it is to become. */
  readonly wanted: Annotation;
  /** The version to send; undefined while an earlier write of the mark decides it, and where none is sent. */
  readonly version: number | undefined;
  /** Who asked, when, and on which text. */
  readonly act: Act;
  readonly standing: Standing;
}

/** Whether only the person can say how it goes on. */
export function needsPerson({ standing }: Write): boolean {
  return standing.is === 'refused' || standing.is === 'stale';
}

/**
 * Whether later writes of the mark build on it. A deletion or decision that the desk did not take has left the mark as
 * it is.
 */
export function isInTheWay(write: Write): boolean {
  return !needsPerson(write) || (write.ask.type !== 'remove' && write.ask.type !== 'review');
}

/** Never sent as it is now: not tried yet, or refused for good. */
export function isUntouched({ standing }: Write): boolean {
  return (
    standing.is === 'refused' || standing.is === 'stale' || (standing.is === 'waiting' && !standing.tried)
  );
}
