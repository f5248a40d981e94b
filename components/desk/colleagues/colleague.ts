import type { Person } from '@/domain/person';

/** Somebody else at the article, as the header shows them. */
export interface Colleague {
  readonly person: Person;
  /** A word or two: “idle”. */
  readonly doing: string;
  readonly isIdle: boolean;
  /** Whether it is known where in the text they are, or were last. */
  readonly hasPlace: boolean;
}
