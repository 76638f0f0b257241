import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config/read-config.ts';
import { OperatorError, TimeoutError, UnavailableError } from '../../domain/errors.ts';
import { type ConnectOptions, connect, type Database } from '../connect.ts';
import { layOutHome } from './lay-out-home.ts';
import { type Progress, reportSeconds } from './report-seconds.ts';
import type { OwnerRole } from './server-record.ts';
import { startEmbedded } from './start-embedded.ts';
import { killIfOurs, stopIfOurs } from './stop-server.ts';
import { EMBEDDED_DATABASE } from './wait-until-ready.ts';
import { watchServer } from './watch-server.ts';

/** How long a command waits; a service waits until the server comes. Units: ms. */
const REMOTE_WITHIN_MS = 30_000;

/** A database that answered, and the way to let go of it. */
export interface OpenDatabase {
  database: Database;
  embedded: boolean;
  /** Closes the driver, then stops the embedded server if it is ours. */
  close(): Promise<void>;
}

/**
 * Opens the database that the settings name: the operator's own, or the embedded one.
 * Errors: OperatorError when it cannot be started, reached or entered.
 */
export async function openDatabase(config: Config, progress: Progress, role: OwnerRole = 'service'): Promise<OpenDatabase> {
  return config.neo4jUri ? openRemote(config, config.neo4jUri, progress, role) : openEmbedded(config, progress, role);
}

/** Stops the embedded server if it is ours, also one that is still starting. */
export async function stopEmbedded({ neo4jUri, home }: Config, progress: Progress): Promise<void> {
  if (!neo4jUri) await stopIfOurs(layOutHome(home), progress);
}

/** The same by force and at once, for whoever does not want to wait. */
export function killEmbedded({ neo4jUri, home }: Config): void {
  if (!neo4jUri) killIfOurs(layOutHome(home));
}

async function openEmbedded(config: Config, progress: Progress, role: OwnerRole): Promise<OpenDatabase> {
  const { home, heap, transactionTimeoutMs, maxRunning, leanReads } = config;
  const options = { home, heap, role, java: config };
  const server = await startEmbedded(options, progress);
  const watch = role === 'service' ? watchServer(layOutHome(home), { ...options, port: server.port }, progress) : undefined;
  const { uri, username, password } = server;
  const database = connect({ uri, username, password, database: EMBEDDED_DATABASE, transactionTimeoutMs, maxRunning, leanReads });
  const close = async () => {
    await watch?.stop();
    await database.close();
    await server.stop();
  };
  return { database, embedded: true, close };
}

async function openRemote(config: Config, uri: string, progress: Progress, role: OwnerRole): Promise<OpenDatabase> {
  const { neo4jUsername: username, neo4jPassword: password = '', neo4jDatabase, transactionTimeoutMs, maxRunning, leanReads } = config;
  const database = connectRemote({ uri, username, password, database: neo4jDatabase, transactionTimeoutMs, maxRunning, leanReads });
  try {
    await (role === 'service' ? waitForServer(database, uri, progress) : waitForAnswer(database, uri, progress));
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, embedded: false, close: () => database.close() };
}

function connectRemote(options: ConnectOptions): Database {
  try {
    return connect(options);
  } catch (cause) {
    throw new OperatorError(`NEO4J_URI cannot be used: ${(cause as Error).message}`, 2, { cause });
  }
}

/** A service stays and waits, however long its database is away: were it to end, it would be started again and again. */
async function waitForServer(database: Database, uri: string, progress: Progress): Promise<void> {
  if (await answers(database)) return;
  progress(`Neo4j at ${uri} does not answer; the service waits for it, and /readyz says so. Start it, or check NEO4J_URI.`);
  do await sleep(1000);
  while (!(await answers(database)));
}

/** A server that is started together with us may take a while to answer; wrong credentials are told at once. */
async function waitForAnswer(database: Database, uri: string, progress: Progress): Promise<void> {
  if (await answers(database)) return;
  await reportSeconds(`Waiting up to ${REMOTE_WITHIN_MS / 1000} s for Neo4j at ${uri}`, progress, async () => {
    for (const deadline = Date.now() + REMOTE_WITHIN_MS; Date.now() < deadline; await sleep(1000)) {
      if (await answers(database)) return;
    }
    throw new OperatorError(`Neo4j at ${uri} does not answer. Start it, or check NEO4J_URI; without NEO4J_URI the embedded Neo4j is used.`);
  });
}

async function answers(database: Database): Promise<boolean> {
  try {
    await database.read('RETURN 1');
    return true;
  } catch (error) {
    if (error instanceof UnavailableError || error instanceof TimeoutError) return false;
    throw error;
  }
}
