import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config/read-config.ts';
import { connect, type Database } from '../../src/database/connect.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { seedFiles } from './seeded-graph.ts';
import { smallServer } from './small-server.ts';

/** A Neo4j with the graph of the two documents, and how a service reaches it. */
export interface UsualServer {
  readonly settings: Record<string, string>;
  readonly database: Database;
  stop(): Promise<void>;
}

/** Starts one of its own with the memory that `npm start` gives it: half of it is for statements, and a quarter for each. */
export async function usualServer(): Promise<UsualServer> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-usual-'));
  const options = { ...smallServer(folder), heap: readConfig({}).heap };
  const { uri, username, password } = await startEmbedded(options, () => {});
  const database = connect({ uri, username, password, database: 'neo4j', transactionTimeoutMs: 10_000 });
  await migrate(database);
  await importFiles(database, seedFiles());
  const stop = async () => {
    await database.close();
    await stopServer(layOutHome(folder, options.serverFolder));
    rmSync(folder, { recursive: true, force: true });
  };
  return { settings: { NEO4J_URI: uri, NEO4J_PASSWORD: password }, database, stop };
}
