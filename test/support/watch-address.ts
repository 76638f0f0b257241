import { setTimeout as sleep } from 'node:timers/promises';

/** One answer of those that were asked for again and again. Units: ms. */
export interface Watched {
  readonly status: number;
  readonly ms: number;
}

/** Asks an address again and again, one after the other, until told to stop. */
export function watchAddress(url: string): { stop(): Promise<Watched[]> } {
  let over = false;
  const seen: Watched[] = [];
  const done = (async () => {
    for (; !over; await sleep(20)) {
      const begun = performance.now();
      const { status } = await fetch(url);
      seen.push({ status, ms: performance.now() - begun });
    }
  })();
  return {
    stop: async () => {
      over = true;
      await done;
      return seen;
    },
  };
}
