'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { isRefusal } from '@/domain/refusal';

/** Gives everything below the cache of what the server said. One per browser tab. */
export function QueryProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/**
 * A cache in which what the page brought counts as fresh for a while, and refusals are not asked about again. Whether
 * the device thinks itself online is not asked: the desk may run on this very machine, and a failure is to be said.
 */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        networkMode: 'always',
        retry: (failures, error) => !isRefusal(error) && failures < 2,
      },
      mutations: { networkMode: 'always' },
    },
  });
}
