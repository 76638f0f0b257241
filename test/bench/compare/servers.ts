import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../../../src/database/embedded/find-free-port.ts';
import type { TestServer } from '../../support/global-setup.ts';
import { runService } from '../../support/run-service.ts';
import { signInSettings } from './sign-in.ts';
import { watchable } from './watch-loop.ts';

/** A server of GraphQL, or of what stands for it, in a process of its own. */
export interface Server {
  readonly name: ServerName;
  readonly url: string;
  readonly pid: number;
  /** From its start to its first word that it answers. */
  readonly startMs: number;
  stop(): Promise<void>;
}

const scripts = {
  'by hand': 'by-hand.mjs',
  plain: 'plain.mjs',
  mercurius: 'mercurius.mjs',
  bare: 'bare.mjs',
  apollo: 'apollo.mjs',
  'apollo on express': 'apollo-express.mjs',
  postgraphile: 'postgraphile.mjs',
} as const;

const noneKept = { GRAPH_ANSWER_STORE_MB: '0' };
/** Our service where every question reaches the database, where answers are kept, and where it reads by the driver, as its peers do. */
const ourSettings = {
  ours: noneKept,
  'ours, keeping answers': {},
  'ours, by the driver': { ...noneKept, GRAPH_LEAN_READS: 'off' },
} as const satisfies Record<string, Record<string, string>>;
type OurName = keyof typeof ourSettings;

/** Who is compared: our service in several ways, and its peers. */
export type ServerName = OurName | keyof typeof scripts;
/** Those of our own that are asked everything; the third only where Neo4j is not what counts. */
export const ourNames = ['ours', 'ours, keeping answers'] as const satisfies readonly OurName[];
/** Everyone else, but for PostGraphile, which needs a PostgreSQL. */
export const peerNames = ['by hand', 'plain', 'mercurius', 'bare', 'apollo', 'apollo on express'] as const satisfies readonly ServerName[];

// The limits are counted as ever; no load of ours uses them up, nor a cold database.
const raised = {
  GRAPH_CLIENT_POINTS_PER_HOUR: '1000000000',
  GRAPH_CLIENT_RUNNING: '1000',
  GRAPH_TRANSACTION_TIMEOUT_MS: '60000',
  GRAPH_REQUEST_TIMEOUT_MS: '60000',
  GRAPH_LOG_LEVEL: 'warn',
};

/** Starts our service on a Neo4j, where one may sign in; the caller stops it. */
export async function startOurs(name: OurName, login: TestServer): Promise<Server> {
  const port = await findFreePort();
  const began = performance.now();
  const service = runService({
    ...loginOf(login),
    ...raised,
    ...signInSettings,
    ...watchable,
    ...ourSettings[name],
    GRAPH_PORT: String(port),
  });
  await service.line(/^Ready/);
  const startMs = performance.now() - began;
  const stop = async () => {
    service.terminate();
    await service.ended;
  };
  return { name, url: `http://127.0.0.1:${port}/graphql`, pid: service.pid, startMs, stop };
}

/** Starts a peer on a Neo4j with what else it needs to know, by a Node of its own where it wants a newer one; the caller stops it. */
export async function startPeer(
  name: keyof typeof scripts,
  login: TestServer,
  settings: Record<string, string>,
  node = process.execPath,
): Promise<Server> {
  const port = await findFreePort();
  const path = fileURLToPath(new URL(`../peers/${scripts[name]}`, import.meta.url));
  const env = { PATH: process.env.PATH, ...loginOf(login), ...watchable, ...settings, PORT: String(port) };
  const began = performance.now();
  const child = spawn(node, [path], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error(`${name} ended at its start.`)))]);
  const startMs = performance.now() - began;
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { name, url: `http://127.0.0.1:${port}${/^(plain|apollo)/.test(name) ? '/' : '/graphql'}`, pid: child.pid ?? 0, startMs, stop };
}

const loginOf = ({ uri, username, password }: TestServer) => ({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
