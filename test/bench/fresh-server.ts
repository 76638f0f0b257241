import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Database } from '../../src/database/connect.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { migrations } from '../../src/recording/migrations.ts';
import type { TestServer } from '../support/global-setup.ts';
import { smallServer } from '../support/small-server.ts';

/** The memory of the Neo4j of a benchmark; its page cache is that of every embedded one. */
export const heap = process.env.BENCH_HEAP ?? '1g';

/** A Neo4j as an operator runs it, with a graph that has its schema. */
export interface FreshServer {
  readonly login: TestServer;
  readonly database: Database;
  stop(): Promise<void>;
}

/** Puts a graph into the store of a home before its server starts. Shape: what still has to be done when it runs, by statements. */
export type Fill = (home: string) => Promise<readonly string[]>;

/** Starts a Neo4j in a home of its own, empty or filled; the caller stops it, and the home is gone. */
export async function freshServer(fill?: Fill): Promise<FreshServer> {
  const home = mkdtempSync(join(tmpdir(), 'graph-bench-'));
  const open = await fill?.(home);
  const server = await startEmbedded({ ...smallServer(home), heap, small: undefined }, () => {});
  const { uri, username, password } = server;
  const database = connect({ uri, username, password, database: 'neo4j', transactionTimeoutMs: 600_000 });
  if (open) await runLong(database, [...open, ...schema, 'CALL db.awaitIndexes(7200)', 'CALL db.prepareForReplanning(7200)']);
  await migrate(database);
  const stop = async () => {
    await database.close();
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { login: { uri, username, password }, database, stop };
}

const schema = migrations.flatMap(({ statements }) => statements);

/** On a graph of a million people a statement takes longer than a start may wait, or a server by itself allows. */
async function runLong({ driver, name }: Database, statements: readonly string[]): Promise<void> {
  const session = driver.session({ database: name });
  for (const statement of statements) await session.run(statement, {}, { timeout: 7_200_000 });
  await session.close();
}
