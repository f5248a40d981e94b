/** Who is at an article right now. Told while it is true and kept nowhere: no log, no database. */
import { z } from 'zod';
import { Person } from '@/domain/person';
import { Range } from '@/domain/span';

/** One person at an article, from however many tabs and devices. */
export const Presence = z.object({
  person: Person,
  /**
   * What they have selected, in UTF-16 offsets into the article's current text; `start` equals `end` where they only
   * stand somewhere; null while they do neither, and while they are idle.
   */
  selection: Range.nullable(),
  /** `idle` once nothing was heard of them for a while. Who is gone is not listed. */
  state: z.enum(['active', 'idle']),
});
export type Presence = z.infer<typeof Presence>;

/** Where somebody is, as they tell it themselves. */
export const NewPresence = z.strictObject({ selection: Range.nullable() });
export type NewPresence = z.infer<typeof NewPresence>;
