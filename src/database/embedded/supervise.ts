import { setTimeout as sleep } from 'node:timers/promises';
import { explainError } from '../../domain/errors.ts';
import type { Progress } from './report-seconds.ts';

/** A server that is to run for as long as we do. */
export interface Supervised {
  isRunning(): boolean;
  /** True while somebody keeps it stopped on purpose. */
  isHeld(): boolean;
  start(): Promise<void>;
}

/** How time goes by. Units: ms. */
export interface Clock {
  now(): number;
  /** Resolves after so long, or once the signal tells it to. */
  pause(ms: number, halt: AbortSignal): Promise<void>;
}

const inMs = { look: 500, firstPause: 1000, longestPause: 60_000, healthy: 60_000 };
const wallClock: Clock = {
  now: () => performance.now(),
  pause: (ms, signal) => sleep(ms, undefined, { signal, ref: false }).catch(() => {}),
};

/**
 * Starts the server again whenever it has ended, at once after the first crash, then ever more patiently.
 * Shape: the way to let it be; resolves when no start is under way any longer.
 */
export function supervise(server: Supervised, progress: Progress, times = inMs, clock = wallClock): { stop(): Promise<void> } {
  const halt = new AbortController();
  const pause = (ms: number) => clock.pause(ms, halt.signal);
  const watching = (async () => {
    let patience = times.firstPause;
    let startedAt = clock.now();
    while (!halt.signal.aborted) {
      await pause(times.look);
      if (halt.signal.aborted || server.isHeld()) continue;
      if (server.isRunning()) {
        // Seen alive, for a long pause alone is no health.
        if (clock.now() - startedAt > times.healthy) patience = times.firstPause;
        continue;
      }
      progress('Neo4j has ended, and is started again …');
      await server.start().catch((error) => void (halt.signal.aborted || progress(explainError(error))));
      startedAt = clock.now();
      await pause(patience);
      patience = Math.min(patience * 2, times.longestPause);
    }
  })();
  return {
    stop: async () => {
      halt.abort();
      await watching;
    },
  };
}
