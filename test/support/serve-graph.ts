import { answerVersion } from '../../src/answer-version.ts';
import type { Environment } from '../../src/config/read-config.ts';
import type { Database } from '../../src/database/connect.ts';
import { mapDriverError } from '../../src/database/map-driver-error.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { openDocuments } from '../../src/documents/open-documents.ts';
import type { Caller } from '../../src/domain/access.ts';
import { readinessChecks } from '../../src/readiness-checks.ts';
import { createContext } from '../../src/resolvers/context.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { createLogger } from '../../src/server/create-logger.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';
import type { StoredOperations } from '../../src/server/stored-operations.ts';
import { testConfig } from './test-config.ts';

/** A server on a free port, and what it logs. */
export interface ServedGraph extends RunningServer {
  readonly logged: string[];
}

/** Serves a database over HTTP as `npm start` does, with these settings; the caller stops it. */
export async function serveGraph(
  database: Database,
  settings: Environment = {},
  storedOperations: StoredOperations = new Map(),
): Promise<ServedGraph> {
  const config = testConfig(settings);
  const { schema, nodeSource } = await buildSchema();
  const logged: string[] = [];
  const logger = createLogger(config.logLevel, { write: (line) => logged.push(line) });
  const { documentsDir, passagesFor, limits } = config;
  const parts = { database, documents: openDocuments(documentsDir), passagesFor, nodeSource, transactionTimeoutMs: 10_000, limits };
  const backend = {
    contextFactory: (caller: Caller, signal: () => AbortSignal) => createContext(parts, caller, signal),
    readinessChecks: readinessChecks({ database, embedded: true }, config),
    readPool: () => readPool(database.driver),
    version: answerVersion(database, parts.documents),
  };
  const server = await startServer({
    schema,
    logger,
    config,
    stage: () => backend,
    mapError: mapDriverError,
    storedOperations,
  });
  return { ...server, logged };
}
