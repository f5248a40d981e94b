/** The queries about the desk itself. */
import { queryOptions } from '@tanstack/react-query';
import { readHealth } from '@/domain/contract/service';
import { call } from './call';

/** How the desk is doing, and whether it is the demo. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => call(readHealth, { signal }),
  staleTime: 60_000,
  // What is shown without an answer will do.
  retry: false,
});
