import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../../config/read-config.ts';
import { OperatorError, UnavailableError } from '../../domain/errors.ts';
import { connect, type Database } from '../connect.ts';
import type { Progress } from './report-seconds.ts';
import type { OwnerRole } from './server-record.ts';
import { startEmbedded } from './start-embedded.ts';
import { EMBEDDED_DATABASE } from './wait-until-ready.ts';

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
  return config.neo4jUri ? openRemote(config, config.neo4jUri, progress) : openEmbedded(config, progress, role);
}

async function openEmbedded(config: Config, progress: Progress, role: OwnerRole): Promise<OpenDatabase> {
  const { home, heap, transactionTimeoutMs } = config;
  const server = await startEmbedded({ home, heap, role, java: config }, progress);
  const { uri, username, password } = server;
  const database = connect({ uri, username, password, database: EMBEDDED_DATABASE, transactionTimeoutMs });
  const close = async () => {
    await database.close();
    await server.stop();
  };
  return { database, embedded: true, close };
}

async function openRemote(config: Config, uri: string, progress: Progress): Promise<OpenDatabase> {
  const { neo4jUsername: username, neo4jPassword: password = '', neo4jDatabase, transactionTimeoutMs } = config;
  const database = connect({ uri, username, password, database: neo4jDatabase, transactionTimeoutMs });
  try {
    await waitForAnswer(database, uri, progress);
  } catch (error) {
    await database.close();
    throw error;
  }
  return { database, embedded: false, close: () => database.close() };
}

/** A server that is started together with us may take a while to answer; wrong credentials are told at once. */
async function waitForAnswer(database: Database, uri: string, progress: Progress): Promise<void> {
  for (const deadline = Date.now() + REMOTE_WITHIN_MS; ; await sleep(1000)) {
    try {
      await database.read('RETURN 1');
      return;
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      if (Date.now() > deadline) throw new OperatorError(`Neo4j at ${uri} does not answer. Check NEO4J_URI.`, 1, { cause: error });
      progress(`Neo4j at ${uri} does not answer yet; trying again …`);
    }
  }
}
