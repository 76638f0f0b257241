import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import type { Config } from './config/read-config.ts';
import type { Database } from './database/connect.ts';
import type { OpenDatabase } from './database/embedded/open-database.ts';
import { mapDriverError } from './database/map-driver-error.ts';
import { readPool } from './database/read-pool.ts';
import { openDocuments } from './documents/open-documents.ts';
import { findChangedFiles } from './importer/find-changed-files.ts';
import { importFiles } from './importer/import-files.ts';
import { readinessChecks } from './readiness-checks.ts';
import { migrate } from './recording/migrate.ts';
import { readCounts } from './recording/read-status.ts';
import { createContext } from './resolvers/context.ts';
import { buildSchema } from './schema/build-schema.ts';
import { createLogger } from './server/create-logger.ts';
import { type RunningServer, startServer } from './server/start-server.ts';

type Say = (line: string) => void;

// The same distance from src and from dist.
const seed = fileURLToPath(new URL('../seed/', import.meta.url));
const seedFiles = (): string[] =>
  readdirSync(seed)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${seed}${name}`);

/** Brings an open database up to date and serves it; the schema is built while the database may still be starting. */
export async function serve(opening: Promise<OpenDatabase>, config: Config, say: Say): Promise<RunningServer> {
  const building = buildSchema();
  // Awaited below; a failure before that must not go unheard.
  building.catch(() => {});
  const open = await opening;
  await migrate(open.database);
  await bringSeed(open, say);
  const { schema, libraryNodes } = await building;
  const { database } = open;
  const parts = {
    database,
    documents: openDocuments(config.documentsDir),
    passagesFor: config.passagesFor,
    libraryNodes,
    transactionTimeoutMs: config.transactionTimeoutMs,
  };
  const server = await startServer({
    schema,
    config,
    logger: createLogger(config.logLevel, pino.destination({ dest: 2, sync: true })),
    contextFactory: (caller, signal) => createContext(parts, caller, signal),
    readinessChecks: readinessChecks(open, config),
    readPool: () => readPool(database.driver),
    mapError: mapDriverError,
  });
  await sayReady(database, server.url, say);
  return server;
}

/** Our own Neo4j always holds the seed as it stands; an operator's gets it only while empty, or when asked. */
async function bringSeed({ database, embedded }: OpenDatabase, say: Say): Promise<void> {
  const asked = process.argv.includes('--seed');
  if (!embedded && !asked && (await readCounts(database)).entities > 0) return;
  const files = asked ? seedFiles() : await findChangedFiles(database, seedFiles());
  if (files.length > 0) await importFiles(database, files, { progress: say, patienceMs: 120_000 });
}

async function sayReady(database: Database, url: string, say: Say): Promise<void> {
  const { entities, facts } = await readCounts(database);
  say(`Ready: GraphQL ${url}/graphql · GraphiQL ${url}/graphiql (${entities} entities, ${facts} facts)`);
}
