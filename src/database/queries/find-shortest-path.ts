import { z } from 'zod';
import type { Database } from '../connect.ts';
import { hopAllowed, hopParams, hops, nodeAllowed, type PathFilter, weaknessOf } from './path-hops.ts';
import type { Statement } from './statement.ts';

/** Two entities, and how many facts may lie between them. */
export interface PathEnds {
  readonly fromId: string;
  readonly toId: string;
  /** 1–6. */
  readonly maxFacts: number;
}

const pathRow = z.object({ ids: z.array(z.string()), whole: z.boolean() });

/**
 * A shortest path. Shape: the ids on it, both ends included; undefined where there is none.
 * `whole` says that all equally short ones were compared, which are fewer than `most`; else it is any of them.
 */
export async function findShortestPath(database: Database, ends: PathEnds, filter: PathFilter, most: number) {
  const { cypher, params } = buildShortestPathQuery(ends, filter, most);
  const [row] = await database.read(cypher, params);
  return row && pathRow.parse(row);
}

/**
 * The statement that searches from both ends, which `allShortestPaths` does and `SHORTEST` does not, and takes of all the shortest
 * the one with the strongest weakest link, then with the lowest ids.
 */
export function buildShortestPathQuery({ fromId, toId, maxFacts }: PathEnds, filter: PathFilter, most: number): Statement {
  const cypher = `MATCH (a:Entity {id: $fromId}), (b:Entity {id: $toId})
MATCH p = allShortestPaths((a)-[:${hops}*..${maxFacts}]-(b))
WHERE all(n IN nodes(p) WHERE ${nodeAllowed('n')})
  AND all(r IN relationships(p) WHERE ${hopAllowed('r', filter)})
WITH p LIMIT $most
WITH collect(p) AS found
WITH found, size(found) < $most AS whole
UNWIND CASE WHEN whole THEN found ELSE found[..1] END AS p
WITH whole, [n IN nodes(p) | n.id] AS ids,
  COLLECT { UNWIND relationships(p) AS r MATCH (f:Fact {factId: r.factId}) RETURN max(${weaknessOf('f')}) } AS weakest
RETURN ids, whole ORDER BY weakest, ids LIMIT 1`;
  return { cypher, params: { fromId, toId, most, ...hopParams(filter) } };
}
