import { tmpdir } from 'node:os';
import { pino } from 'pino';
import type { Database } from '../../src/database/connect.ts';
import { mapDriverError } from '../../src/database/map-driver-error.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { openDocuments } from '../../src/documents/open-documents.ts';
import { readinessChecks } from '../../src/readiness-checks.ts';
import { createContext } from '../../src/resolvers/context.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { type RunningServer, startServer } from '../../src/server/start-server.ts';

/** A server on a free port, and what it logs. */
export interface ServedGraph extends RunningServer {
  readonly logged: string[];
}

/** Serves a database over HTTP as `npm start` does; the caller stops it. */
export async function serveGraph(database: Database): Promise<ServedGraph> {
  const { schema, libraryNodes } = await buildSchema();
  const logged: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line) => logged.push(line) });
  const parts = { database, documents: openDocuments(undefined), libraryNodes, transactionTimeoutMs: 10_000 };
  const server = await startServer({
    schema,
    logger,
    config: { host: '127.0.0.1', port: 0, drainMs: 0 },
    contextFactory: () => createContext(parts),
    readinessChecks: readinessChecks({ database, embedded: true }, { home: tmpdir(), leastFreeMb: 1 }),
    readPool: () => readPool(database.driver),
    mapError: mapDriverError,
  });
  return { ...server, logged };
}
