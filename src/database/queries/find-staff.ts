import { z } from 'zod';
import type { Database } from '../connect.ts';

const cypher = `MATCH (unit:Organisation)-[:PART_OF*0..8]->(:Organisation {id: $organisationId})
WITH DISTINCT unit
CALL (unit) {
  MATCH (unit)<-[:AT]-(:Position)-[:HOLDER]->(p:Person) RETURN p
  UNION
  MATCH (unit)<-[:AFFILIATED_WITH]-(p:Person) RETURN p
}
RETURN DISTINCT p.id AS id LIMIT $limit`;

/** The people with a position, present or former, or an affiliation at an organisation or below it. Shape: at most `limit`, in no order. */
export async function findStaff(database: Database, organisationId: string, limit: number): Promise<string[]> {
  const rows = await database.read(cypher, { organisationId, limit });
  return rows.map((row) => z.object({ id: z.string() }).parse(row).id);
}
