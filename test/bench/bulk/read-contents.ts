import type { Database } from '../../../src/database/connect.ts';
import { canonicalJson } from '../../../src/domain/ids.ts';

const nodes = `
MATCH (n) WHERE NOT n:Migration AND NOT n:Operation
RETURN COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels, n {.*, recordedAt: n.recordedAt IS NOT NULL} AS properties`;
const relationships = `
MATCH (a)-[r]->(b)
RETURN type(r) AS type, coalesce(a.factId, a.id) AS start, b.id AS end, properties(r) AS properties`;

/** All nodes and relationships with all their properties, but for when they were recorded. Shape: a line of JSON each, in order. */
export async function readContents(database: Database): Promise<string[]> {
  const lines: string[] = [];
  for (const statement of [nodes, relationships]) for await (const row of database.stream(statement)) lines.push(canonicalJson(row));
  return lines.sort();
}
