import type { Presence } from '@/domain/presence';
import type { Range } from '@/domain/span';

/** Somebody else at the article, as the header shows them. */
export interface Colleague {
  readonly presence: Presence;
  /** Where they are, or were seen last; undefined while that is nowhere in the text. */
  readonly place: Range | undefined;
}
