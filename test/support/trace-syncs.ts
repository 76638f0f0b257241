import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file that a process made sure of that it is on disk. Units: ms since 1970. */
export interface Sync {
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Watches by `strace` what a process forces onto its disk. Shape: ends the watch, and tells.
 * Errors: an Error in strace's own words where it may not attach, or is not there.
 */
export async function traceSyncs(pid: number): Promise<() => Promise<Sync[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-syncs-'));
  // A file for each thread, so that no line is broken by another's.
  const options = ['-ff', '-ttt', '-T', '-y', '-e', 'trace=fsync,fdatasync', '-o', join(folder, 'thread')];
  const tracer = spawn('strace', [...options, '-p', String(pid)], { stdio: ['ignore', 'ignore', 'pipe'] });
  const [words] = await Promise.race([once(tracer.stderr, 'data'), once(tracer, 'error')]);
  if (!/ attached/.test(String(words))) throw new Error(String(words).trim());
  return async () => {
    tracer.kill('SIGINT');
    await once(tracer, 'close');
    const lines = readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
    rmSync(folder, { recursive: true });
    return lines.flatMap(readSync);
  };
}

const successful = /^([\d.]+) (?:fsync|fdatasync)\(\d+<(.+)>\) += 0 <([\d.]+)>$/;

function readSync(line: string): Sync[] {
  const [, began, file, seconds] = successful.exec(line) ?? [];
  return file ? [{ file, from: Number(began) * 1000, to: (Number(began) + Number(seconds)) * 1000 }] : [];
}
