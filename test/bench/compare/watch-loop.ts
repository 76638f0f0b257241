import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const watcher = fileURLToPath(new URL('./late-loop.cjs', import.meta.url));

/** What a server of Node is started with so that its event loop can be watched. */
export const watchable = { NODE_OPTIONS: `--require=${JSON.stringify(watcher)}`, TMPDIR: tmpdir() };

/** Does something, and tells how late the event loop of a server was meanwhile. Shape: the 99th percentile. Units: ms. */
export async function watchLoop<T>(pid: number, work: () => Promise<T>): Promise<{ done: T; loop: number }> {
  const path = join(tmpdir(), `graph-bench-loop-${pid}`);
  // Of work that failed.
  rmSync(path, { force: true });
  process.kill(pid, 'SIGWINCH');
  const done = await work().finally(() => process.kill(pid, 'SIGWINCH'));
  return { done, loop: await readLoop(path) };
}

async function readLoop(path: string): Promise<number> {
  const began = performance.now();
  while (!existsSync(path)) {
    if (performance.now() - began > 30_000) throw new Error(`The server never wrote ${path}.`);
    await sleep(5);
  }
  const loop = Number(readFileSync(path, 'utf8'));
  rmSync(path);
  return loop;
}
