import type { Database } from '../database/connect.ts';

/** Empties the graph of everything but its schema. Shape: the number of nodes deleted. */
export async function reset(database: Database): Promise<number> {
  const [row] = await database.read('MATCH (n) WHERE NOT n:Migration RETURN count(n) AS nodes');
  await database.schema('MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  return Number(row?.nodes ?? 0);
}
