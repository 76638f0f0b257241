import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const bootstrap = fileURLToPath(new URL('../../src/bootstrap.mjs', import.meta.url));

/** A service in a process of its own, as `npm start` begins it. */
export interface Service {
  readonly pid: number;
  /** The lines it has printed so far. */
  lines(): string[];
  /** What it has written to standard output, where nothing belongs. */
  out(): string;
  /** Resolves with the first line that matches; fails if it ends before. */
  line(pattern: RegExp): Promise<string>;
  interrupt(): void;
  terminate(): void;
  kill(): void;
  /** Its exit code; null after an end by a signal. */
  readonly ended: Promise<number | null>;
}

/** Starts the service on a free port, with these settings and no others; the caller sees that it ends. */
export function runService(settings: Record<string, string>, args: string[] = []): Service {
  const { PATH = '', HOME = '', JAVA_HOME = '' } = process.env;
  const env = { PATH, HOME, JAVA_HOME, GRAPH_PORT: '0', ...settings };
  const child = spawn(process.execPath, [bootstrap, 'start', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [printed, out] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  let running = true;
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  void ended.then(() => {
    running = false;
  });
  const lines = () => printed.split('\n').filter((line) => line !== '');
  const line = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const last = !running;
      const found = lines().find((each) => pattern.test(each));
      if (found !== undefined) return found;
      if (last) throw new Error(`It ended without ${pattern}:\n${printed}`);
      await sleep(50);
    }
  };
  return {
    pid: child.pid as number,
    lines,
    out: () => out,
    line,
    interrupt: () => void child.kill('SIGINT'),
    terminate: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
    ended,
  };
}
