import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** Hands what a page has read on the server to the browser's cache, so that the first paint needs no request. */
export function Preloaded({
  queries,
  children,
}: {
  /** Key (of the query's options) and the reply that belongs there. */
  readonly queries: readonly (readonly [QueryKey, unknown])[];
  readonly children: ReactNode;
}) {
  const client = new QueryClient();
  for (const [key, data] of queries) client.setQueryData(key, data);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
