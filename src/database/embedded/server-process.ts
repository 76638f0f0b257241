import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const GRACE_MS = 60_000;
const POLL_MS = 100;

/** The command line of a living process; nothing for one that is gone, or dead and not yet reaped. */
export function commandOf(pid: number): string | undefined {
  try {
    const line = existsSync('/proc/self/cmdline')
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return line.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** True while this very process runs the server of this home. */
export function runsHome(pid: number, home: string): boolean {
  return commandOf(pid)?.includes(`--home-dir=${home} `) ?? false;
}

/** Asks the server to end, waits, and ends it by force when it does not. Shape: true after a clean end. */
export async function endServer(pid: number, home: string, graceMs = GRACE_MS): Promise<boolean> {
  for (const [signal, waitMs] of [
    ['SIGTERM', graceMs],
    ['SIGKILL', 5000],
  ] as const) {
    if (!runsHome(pid, home)) return true;
    process.kill(pid, signal);
    if (await isGone(pid, home, waitMs)) return signal === 'SIGTERM';
  }
  return false;
}

async function isGone(pid: number, home: string, waitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + waitMs; Date.now() < deadline; await sleep(POLL_MS)) {
    if (!runsHome(pid, home)) return true;
  }
  return false;
}
