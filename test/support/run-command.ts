import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bootstrap = fileURLToPath(new URL('../../src/bootstrap.mjs', import.meta.url));

/** How a command ended; `code` is null after an end by a signal. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** A command in a process of its own, as `npm run cli` begins it. */
export interface RunningCommand {
  readonly pid: number;
  /** What it has said so far beside its output. */
  said(): string;
  /** Resolves once that is said, or it has ended. */
  heard(pattern: RegExp): Promise<void>;
  signal(name: 'SIGINT' | 'SIGKILL'): void;
  readonly ended: Promise<Ended>;
}

/** Starts a command with these settings and no others. */
export function runCommand(args: readonly string[], settings: Record<string, string>): RunningCommand {
  const { PATH = '', HOME = '', JAVA_HOME = '' } = process.env;
  const child = spawn(process.execPath, [bootstrap, 'cli', ...args], { env: { PATH, HOME, JAVA_HOME, ...settings } });
  let [out, said] = ['', ''];
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, said })));
  return {
    pid: child.pid ?? 0,
    said: () => said,
    heard: (pattern) =>
      new Promise((resolve) => {
        const look = () => pattern.test(said) && resolve();
        listeners.add(look);
        look();
        void ended.then(() => resolve());
      }),
    signal: (name) => void child.kill(name),
    ended,
  };
}

/** The batches of which an import said that they are stored. */
export const batchesIn = (said: string): number => [...said.matchAll(/: batch \d+ stored/g)].length;
