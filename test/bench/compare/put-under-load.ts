import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Server } from './servers.ts';
import { watchLoop } from './watch-loop.ts';

/** What one server did with one question for some seconds. Units: ms; `cpu` is of the server's process, in µs a request; `loop` is how late its event loop was, at the 99th percentile. */
export interface Reading {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpu: number;
  readonly loop: number;
  readonly bytes: number;
}

const client = fileURLToPath(new URL('./load-client.mjs', import.meta.url));
const run = promisify(execFile);

/** How to ask: over so many connections, until the time is over or so many requests are sent. */
export interface Load {
  readonly connections: number;
  readonly seconds: number;
  readonly requests?: number;
  /** What `@@` in the question is replaced by, counted up from here with each request. */
  readonly first?: number;
  /** What is sent beside what every request bears. */
  readonly headers?: Record<string, string>;
}

type Answered = Omit<Reading, 'cpu' | 'loop'> & { readonly failed: number; readonly status: number };

/** Asks a server one question. Errors: an Error when it answers anything but 200. */
export async function putUnderLoad(server: Pick<Server, 'name' | 'url' | 'pid'>, body: string, load: Load): Promise<Reading> {
  const before = cpuOf(server.pid);
  const ask = () => run(process.execPath, [client, JSON.stringify({ url: server.url, body, ...load })]);
  const { done, loop } = await watchLoop(server.pid, ask);
  const { requests, failed, status, ...seen } = JSON.parse(done.stdout) as Answered;
  if (failed > 0) throw new Error(`${failed} of ${requests} requests failed, with status ${status}.`);
  return { ...seen, requests, loop, cpu: (cpuOf(server.pid) - before) / requests };
}

/** The time that a process has had a core, in all its threads. Units: µs. Linux only, a hundred ticks a second. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}
