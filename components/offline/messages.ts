/** What a page tells the worker. */
import * as z from 'zod/mini';

export const Message = z.discriminatedUnion('type', [
  /** The person has opened the page: keep it. */
  z.object({
    type: z.literal('opened'),
    personId: z.string(),
    path: z.string(),
  }),
  /** What is known on the page now, as JSON. */
  z.object({
    type: z.literal('known'),
    personId: z.string(),
    path: z.string(),
    at: z.string(),
    data: z.string(),
  }),
  /** Nobody's copies are kept any longer but those of the person named, if one is. */
  z.object({ type: z.literal('forget'), except: z.optional(z.string()) }),
]);
export type Message = z.infer<typeof Message>;
