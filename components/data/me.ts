/** The query of the signed-in person. */
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { readMe } from '@/domain/contract/people';
import { call } from './call';

/** The signed-in person with what of the desk's settings every screen shows. */
export type Me = z.output<typeof readMe.reply>;

/** The actor and what of the desk's settings every screen shows. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call(readMe, { signal }),
  staleTime: 60_000,
});
