import { QueryClient } from '@tanstack/react-query';
import { Fault } from './fault.ts';

/** Keeps answers for five minutes, and asks once more where that may help. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 1 && error instanceof Fault && error.passes && error.code !== 'RATE_LIMITED',
    },
  },
});
