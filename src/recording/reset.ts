import type { Database } from '../database/connect.ts';

/** Empties the graph of everything but its schema, and of what bears the label to keep. Shape: the number of nodes deleted. */
export async function reset(database: Database, keep = 'Migration'): Promise<number> {
  const [row] = await database.read('MATCH (n) WHERE NOT n:Migration AND NOT $keep IN labels(n) RETURN count(n) AS nodes', { keep });
  // The relationships first and by themselves: those of a congress of thousands are too many to fall with it in one transaction.
  await database.schema('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS');
  await database.schema(
    'MATCH (n) WHERE NOT n:Migration AND NOT $keep IN labels(n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS',
    { keep },
  );
  return Number(row?.nodes ?? 0);
}
