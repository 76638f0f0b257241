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

const inMs = { look: 500, firstPause: 1000, longestPause: 60_000, healthy: 60_000 };

/**
 * Starts the server again whenever it has ended, at once after the first crash, then ever more patiently.
 * Shape: the way to let it be; resolves when no start is under way any longer.
 */
export function supervise(server: Supervised, progress: Progress, times = inMs): { stop(): Promise<void> } {
  const halt = new AbortController();
  const pause = (ms: number) => sleep(ms, undefined, { signal: halt.signal, ref: false }).catch(() => {});
  const watching = (async () => {
    let patience = times.firstPause;
    let startedAt = performance.now();
    while (!halt.signal.aborted) {
      await pause(times.look);
      if (halt.signal.aborted || server.isRunning() || server.isHeld()) continue;
      if (performance.now() - startedAt > times.healthy) patience = times.firstPause;
      progress('Neo4j has ended, and is started again …');
      await server.start().catch((error) => void (halt.signal.aborted || progress(explainError(error))));
      startedAt = performance.now();
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
