import { holderOf, holdHome } from './hold-home.ts';
import type { EmbeddedHome } from './lay-out-home.ts';
import type { Progress } from './report-seconds.ts';
import { runsHome } from './server-process.ts';
import { ownerLives, readRecord } from './server-record.ts';
import { type EmbeddedOptions, startEmbedded } from './start-embedded.ts';
import { stopIfOurs } from './stop-server.ts';
import { supervise } from './supervise.ts';

/** Keeps the server of a home running at its port: a driver that knows it there heals by itself. */
export function watchServer(
  home: EmbeddedHome,
  options: EmbeddedOptions & { port: number },
  progress: Progress,
): { stop(): Promise<void> } {
  let stopped = false;
  const watch = supervise(
    {
      isRunning: () => {
        const record = readRecord(home);
        if (!record) return false;
        // Another service that shares it starts it again itself.
        const anothers = record.owner.pid !== process.pid && record.owner.role === 'service' && ownerLives(record);
        return anothers || runsHome(record.pid, home.home);
      },
      isHeld: () => holderOf(home) !== undefined,
      start: async () => {
        const release = holdHome(home, 'a restart');
        try {
          await startEmbedded(options, progress);
        } finally {
          release();
        }
        if (stopped) await stopIfOurs(home, progress);
      },
    },
    progress,
  );
  return {
    stop: async () => {
      stopped = true;
      const halted = watch.stop();
      // A start that is under way ends with its process.
      await stopIfOurs(home, progress);
      await halted;
    },
  };
}
