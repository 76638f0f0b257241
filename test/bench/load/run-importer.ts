import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import type { TestServer } from '../../support/global-setup.ts';
import { runCommand } from '../../support/run-command.ts';

/** What an import took. `digestSeconds`: the command's last step, which reads all that was stored. */
export interface ImportRun {
  readonly seconds: number;
  readonly digestSeconds: number;
  readonly memoryMb: number;
}

/** Imports files by the command, as an operator would. */
export async function runImporter(files: readonly string[], { uri, username, password }: TestServer): Promise<ImportRun> {
  // Compiles the program, if it is not.
  await runCommand(['--help'], {}).ended;
  const began = performance.now();
  const command = runCommand(['import', ...files], { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
  const watched = { memoryMb: 0, said: 0, stored: began };
  const watch = setInterval(() => {
    watched.memoryMb = Math.max(watched.memoryMb, peakMb(command.pid));
    const said = command.said().length;
    if (said > watched.said) Object.assign(watched, { said, stored: performance.now() });
  }, 200);
  const { code, said } = await command.ended;
  clearInterval(watch);
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said.slice(-2000)}`);
  const [stored, ended] = [watched.stored - began, performance.now() - began];
  return { seconds: stored / 1000, digestSeconds: (ended - stored) / 1000, memoryMb: watched.memoryMb };
}

/** The most memory the process has had so far, as Linux counts it. */
function peakMb(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
