import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { answerVersion } from './answer-version.ts';
import type { Config } from './config/read-config.ts';
import type { OpenDatabase } from './database/embedded/open-database.ts';
import { mapDriverError } from './database/map-driver-error.ts';
import { readPool } from './database/read-pool.ts';
import { openDocuments } from './documents/open-documents.ts';
import { UnavailableError } from './domain/errors.ts';
import { readinessChecks } from './readiness-checks.ts';
import { migrate } from './recording/migrate.ts';
import { readCounts } from './recording/read-status.ts';
import { type ContextParts, createContext, type GraphContext } from './resolvers/context.ts';
import { buildSchema } from './schema/build-schema.ts';
import { createLogger } from './server/create-logger.ts';
import { gatherLines } from './server/gather-lines.ts';
import type { Backend, Stage, Waiting } from './server/stage.ts';
import { type RunningServer, startServer } from './server/start-server.ts';
import { readStoredOperations } from './server/stored-operations.ts';

type Say = (line: string) => void;

// The same distance from src and from dist.
const seed = fileURLToPath(new URL('../seed/', import.meta.url));
const seedFiles = (): string[] =>
  readdirSync(seed)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${seed}${name}`);

/** A service whose port is open. */
export interface Service {
  readonly server: RunningServer;
  /** Resolves when questions are answered. Errors: OperatorError when the database cannot be used. */
  readonly ready: Promise<void>;
}

const waiting: Waiting = { waitsFor: 'database', message: 'The database has not answered yet.' };
const updating: Waiting = { waitsFor: 'schema', message: 'The database is being brought up to date.' };

/** Opens the port first: whoever asks hears what is missing, and is answered once the database is there and up to date. */
export async function serve(opening: Promise<OpenDatabase>, config: Config, say: Say): Promise<Service> {
  const building = buildSchema();
  // A database that cannot be used is told at once.
  const { schema, nodeSource } = await Promise.race([building, opening.then(() => building)]);
  let stage: Stage<GraphContext> = waiting;
  const logger = createLogger(config.logLevel, gatherLines(pino.destination({ dest: 2, sync: true })));
  const server = await startServer({
    schema,
    config,
    logger,
    stage: () => stage,
    mapError: mapDriverError,
    storedOperations: readStoredOperations(),
  });
  const bringUp = async () => {
    const open = await opening;
    stage = updating;
    const { entities, facts } = await bringUpToDate(open, say);
    stage = backendOf(open, config, nodeSource);
    say(`Ready: GraphQL ${server.url}/graphql · GraphiQL ${server.url}/graphiql (${entities} entities, ${facts} facts)`);
  };
  return { server, ready: bringUp() };
}

function backendOf(open: OpenDatabase, config: Config, nodeSource: ContextParts['nodeSource']): Backend<GraphContext> {
  const { database } = open;
  const { passagesFor, transactionTimeoutMs, limits } = config;
  const parts = { database, documents: openDocuments(config.documentsDir), passagesFor, nodeSource, transactionTimeoutMs, limits };
  return {
    contextFactory: (caller, signal) => createContext(parts, caller, signal),
    readinessChecks: readinessChecks(open, config),
    readPool: () => readPool(database.driver),
    version: answerVersion(database, parts.documents),
  };
}

/** All of it may be repeated, and is when the database goes away meanwhile. */
async function bringUpToDate(open: OpenDatabase, say: Say): ReturnType<typeof readCounts> {
  for (let away = false; ; away = true) {
    try {
      await migrate(open.database);
      await bringSeed(open, say);
      return await readCounts(open.database);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      if (!away) say('The database has gone away while it was brought up to date; that begins anew when it is back.');
      await sleep(1000);
    }
  }
}

/** Our own Neo4j always holds the seed as it stands; an operator's gets it only while empty, or when asked. */
async function bringSeed({ database, embedded }: OpenDatabase, say: Say): Promise<void> {
  const asked = process.argv.includes('--seed');
  if (!embedded && !asked && (await readCounts(database)).entities > 0) return;
  // Loaded only where it is needed: most starts find everything in place.
  const { findChangedFiles } = await import('./importer/find-changed-files.ts');
  const files = asked ? seedFiles() : await findChangedFiles(database, seedFiles());
  if (files.length === 0) return;
  const { importFiles } = await import('./importer/import-files.ts');
  await importFiles(database, files, { progress: say, patienceMs: 120_000 });
}
