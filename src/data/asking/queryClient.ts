import { QueryClient } from '@tanstack/react-query';

/**
 * Server state. An answer to a plan never changes, so nothing is asked again but by a new plan (the board's clock) or by
 * hand. Answers no panel shows any more are dropped soon: a board makes a new plan a query at every tick.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        structuralSharing: false,
      },
    },
  });
}
