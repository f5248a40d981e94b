/** Operations that tell how the desk itself is doing. No secrets: anyone may ask. */
import { z } from 'zod';
import { operation } from '@/domain/contract/operation';

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  database: z.object({
    engine: z.enum(['sqlite', 'postgres']),
    /** `readOnly` while the disk has no room for what was to be written last; reading goes on. */
    state: z.enum(['open', 'readOnly']),
    /** As read back from the engine: `full` means that an answered write is on disk. */
    durability: z.enum(['full', 'normal']),
  }),
  /** Whether demo people exist here. */
  demo: z.boolean(),
});
export type Health = z.infer<typeof Health>;

export const readHealth = operation({ method: 'GET', path: '/api/health', who: 'anyone', reply: Health });

/** 200 when requests can be served, 503 when not. */
export const readReady = operation({
  method: 'GET',
  path: '/api/ready',
  who: 'anyone',
  reply: z.object({ ready: z.literal(true) }),
});
