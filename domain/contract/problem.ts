/** How a refusal looks on the wire: problem+json (RFC 9457). */
import { z } from 'zod';

/** `code` is one of `refusals`, or another word where the server failed and says no more. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  code: z.string(),
  requestId: z.string().optional(),
  /** What is wrong where; with 400 and 422. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** The thing as it stands now; with 409 and 412. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;
