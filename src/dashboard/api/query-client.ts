import { QueryClient } from '@tanstack/react-query';
import { Fault } from './fault.ts';

/** How long a page waits by itself until it may ask on; beyond it, it says so. */
const patienceS = 5;

/** Keeps answers for five minutes, and asks again where that may help. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      // A browser that takes itself to be offline may well reach a service near by; where not, the page says so instead of waiting.
      networkMode: 'always',
      retry: (failures, error) => error instanceof Fault && failures < retriesOf(error),
      // Questions that were refused together come again at different moments.
      retryDelay: () => 1000 + Math.random() * 1000,
    },
  },
});

/** One page and its neighbours may ask more at once than one client may: that is over in a moment. All else is tried once more. */
function retriesOf({ code, passes, retryAfterS = 1 }: Fault): number {
  if (code === 'RATE_LIMITED') return retryAfterS <= patienceS ? 4 : 0;
  return passes ? 1 : 0;
}
