import { inject } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';

/** Opens the Neo4j of this test run; the caller closes it. */
export function testDatabase(): Database {
  return connect({ ...inject('neo4j'), database: 'neo4j', transactionTimeoutMs: 10_000 });
}

/** Empties the graph in batches; constraints and indexes stay. */
export async function clearGraph(database: Database): Promise<void> {
  // A hub's relationships are too many to fall with it in one transaction.
  await database.schema('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS');
  await database.schema('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS');
}
