import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../../../src/database/embedded/find-free-port.ts';
import type { TestServer } from '../../support/global-setup.ts';
import { runService } from '../../support/run-service.ts';

/** A server of GraphQL, or of what stands for it, in a process of its own. */
export interface Server {
  readonly name: ServerName;
  readonly url: string;
  readonly pid: number;
  /** From its start to its first word that it answers. */
  readonly startMs: number;
  stop(): Promise<void>;
}

/** Who is compared: our service where every question reaches the database, and where answers are kept; and its peers. */
export const serverNames = ['ours', 'ours, keeping answers', 'by hand', 'plain', 'mercurius'] as const;
export type ServerName = (typeof serverNames)[number];

const scripts: Partial<Record<ServerName, string>> = { 'by hand': 'by-hand.mjs', plain: 'plain.mjs', mercurius: 'mercurius.mjs' };

// The limits are counted as ever; no load of ours uses them up.
const raised = { GRAPH_CLIENT_POINTS_PER_HOUR: '1000000000', GRAPH_CLIENT_RUNNING: '1000', GRAPH_LOG_LEVEL: 'warn' };

/** Starts one of them on a Neo4j; the caller stops it. */
export async function startServer(name: ServerName, { uri, username, password }: TestServer): Promise<Server> {
  const port = await findFreePort();
  const settings = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  const began = performance.now();
  const script = scripts[name];
  const kept: Record<string, string> = name === 'ours' ? { GRAPH_ANSWER_STORE_MB: '0' } : {};
  const process = script
    ? await startPeer(script, { ...settings, PORT: String(port) })
    : await startOurs({ ...settings, ...raised, ...kept, GRAPH_PORT: String(port) });
  return { name, url: `http://127.0.0.1:${port}${name === 'plain' ? '/' : '/graphql'}`, startMs: performance.now() - began, ...process };
}

async function startOurs(settings: Record<string, string>) {
  const service = runService(settings);
  await service.line(/^Ready/);
  const stop = async () => {
    service.terminate();
    await service.ended;
  };
  return { pid: service.pid, stop };
}

async function startPeer(script: string, settings: Record<string, string>) {
  const path = fileURLToPath(new URL(`../peers/${script}`, import.meta.url));
  const child = spawn(process.execPath, [path], { env: { PATH: process.env.PATH, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(`${script} ended at its start.`)))]);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { pid: child.pid ?? 0, stop };
}
