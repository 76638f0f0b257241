import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '../../src/database/connect.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { migrate } from '../../src/recording/migrate.ts';
import type { TestServer } from '../support/global-setup.ts';
import { smallServer } from '../support/small-server.ts';

/** The memory of the Neo4j of a benchmark; its page cache is that of every embedded one. */
export const heap = process.env.BENCH_HEAP ?? '1g';

/** A Neo4j as an operator runs it, with an empty graph that has its schema. */
export interface FreshServer {
  readonly login: TestServer;
  readonly database: Database;
  stop(): Promise<void>;
}

/** Starts a Neo4j in a home of its own; the caller stops it, and the home is gone. */
export async function freshServer(): Promise<FreshServer> {
  const home = mkdtempSync(join(tmpdir(), 'graph-bench-'));
  const server = await startEmbedded({ ...smallServer(home), heap, small: false }, () => {});
  const { uri, username, password } = server;
  const database = connect({ uri, username, password, database: 'neo4j', transactionTimeoutMs: 600_000 });
  await migrate(database);
  const stop = async () => {
    await database.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { login: { uri, username, password }, database, stop };
}
