import type { Database } from '../database/connect.ts';

const others = 'MATCH (n) WHERE NOT n:Migration AND none(label IN labels(n) WHERE label IN $keep)';

/** Deletes everything but the schema and what bears a label to keep, whoever else is at work. Shape: the number of nodes deleted. */
export async function deleteAll(database: Database, keep: readonly string[] = []): Promise<number> {
  const [row] = await database.read(`${others} RETURN count(n) AS nodes`, { keep });
  // The relationships first and by themselves: those of a congress of thousands are too many to fall with it in one transaction.
  await database.schema('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS');
  await database.schema(`${others} CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 1000 ROWS`, { keep });
  return Number(row?.nodes ?? 0);
}
