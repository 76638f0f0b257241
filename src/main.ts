import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { type Config, readConfig } from './config/read-config.ts';
import { killEmbedded, openDatabase, stopEmbedded } from './database/embedded/open-database.ts';
import { mapDriverError } from './database/map-driver-error.ts';
import { openDocuments } from './documents/open-documents.ts';
import { explainError, OperatorError } from './domain/errors.ts';
import { importFiles } from './importer/import-files.ts';
import { migrate } from './recording/migrate.ts';
import { readStatus } from './recording/read-status.ts';
import { createContext } from './resolvers/context.ts';
import { buildSchema } from './schema/build-schema.ts';
import { tryPort } from './server/listen.ts';
import { type RunningServer, startServer } from './server/start-server.ts';

type Open = Awaited<ReturnType<typeof openDatabase>>;

// The same distance from src and from dist.
const seed = fileURLToPath(new URL('../seed/', import.meta.url));
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const running: { config?: Config; open?: Open; server?: RunningServer; stopping?: boolean } = {};

// The API first, so that no question meets a database that is gone.
async function stop(): Promise<void> {
  await running.server?.stop();
  await running.open?.close();
  if (running.config) await stopEmbedded(running.config, say);
}

async function start(): Promise<void> {
  checkArguments();
  const config = readConfig(process.env);
  await tryPort(config.host, config.port);
  running.config = config;
  const logger = pino({ level: config.production ? 'warn' : 'info' }, pino.destination({ dest: 2, sync: true }));
  const built = buildSchema();
  // Awaited below; a failure before that must not go unheard.
  built.catch(() => {});
  running.open = await openDatabase(config, say);
  const { database } = running.open;
  await migrate(database);
  if (await wantsSeed(running.open)) await importFiles(database, seedFiles(), { progress: say });
  const { schema, libraryNodes } = await built;
  const parts = {
    database,
    documents: openDocuments(config.documentsDir),
    libraryNodes,
    transactionTimeoutMs: config.transactionTimeoutMs,
  };
  running.server = await startServer({
    schema,
    config,
    logger,
    contextFactory: () => createContext(parts),
    checkHealth: () => database.read('RETURN 1', {}, { timeoutMs: 2000 }),
    mapError: mapDriverError,
  });
  const { entities, facts } = await readStatus(database);
  const { url } = running.server;
  say(`Ready: GraphQL ${url}/graphql · GraphiQL ${url}/graphiql (${entities} entities, ${facts} facts)`);
}

function checkArguments(): void {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--seed');
  if (unknown !== undefined) throw new OperatorError(`${unknown} is not an argument of npm start. The only one is --seed.`, 2);
}

/** Our own Neo4j always holds the seed; an operator's gets it only while empty, or when asked. */
async function wantsSeed({ database, embedded }: Open): Promise<boolean> {
  return embedded || process.argv.includes('--seed') || (await readStatus(database)).entities === 0;
}

const seedFiles = (): string[] =>
  readdirSync(seed)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `${seed}${name}`);

/** Ends with what an operator can act on; what breaks because we are stopping is no fault. */
async function fail(error: unknown): Promise<void> {
  if (running.stopping) return;
  await stop().catch(() => {});
  say(explainError(error));
  process.exit(error instanceof OperatorError ? error.exitCode : 1);
}

// Neo4j may take most of a minute to stop on a busy machine; a second Ctrl-C ends at once.
const onSecondSignal = (): void => void (running.config && killEmbedded(running.config));
closeWithGrace({ delay: 120_000, logger: false, onSecondSignal }, async ({ err }) => {
  running.stopping = true;
  if (err) say(String(err.stack ?? err));
  await stop();
});
await start().catch(fail);
