import { inject } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import type { TestServer } from './global-setup.ts';

/** The Neo4j that files of this worker have to themselves. */
export function testServer(): TestServer {
  const server = inject('servers')[Number(process.env.VITEST_POOL_ID) - 1];
  if (!server) throw new Error(`There is no Neo4j for worker ${process.env.VITEST_POOL_ID}.`);
  return server;
}

/** Opens the Neo4j of this worker, to be read as the service reads unless `GRAPH_LEAN_READS=off` is said; the caller closes it. */
export function testDatabase(): Database {
  const leanReads = process.env.GRAPH_LEAN_READS !== 'off';
  return connect({ ...testServer(), database: 'neo4j', transactionTimeoutMs: 10_000, leanReads });
}

/** Empties the graph in batches; constraints and indexes stay. */
export async function clearGraph(database: Database): Promise<void> {
  // A hub's relationships are too many to fall with it in one transaction.
  await database.schema('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS');
  await database.schema('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
}
