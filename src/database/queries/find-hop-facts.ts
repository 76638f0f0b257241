import { z } from 'zod';
import type { Database } from '../connect.ts';
import { hopAllowed, hopParams, hops, type PathFilter, weaknessOf } from './path-hops.ts';
import type { Statement } from './statement.ts';

/** Two neighbours. */
export interface Hop {
  readonly fromId: string;
  readonly toId: string;
}

const hopRow = z.object({ factIds: z.array(z.string()) });

/** The facts that join neighbours: the strongest first, then those of these two alone (that he attended says more than that he handed over what another received there), then in the order of the documents. Shape: at most `most` a hop, in the order of the hops. */
export async function findHopFacts(database: Database, wanted: readonly Hop[], filter: PathFilter, most: number): Promise<string[][]> {
  const { cypher, params } = buildHopFactsQuery(wanted, filter, most);
  return z
    .array(hopRow)
    .parse(await database.read(cypher, params))
    .map(({ factIds }) => factIds);
}

/** The statement for all hops at once, each from its end with fewer facts. */
export function buildHopFactsQuery(wanted: readonly Hop[], filter: PathFilter, most: number): Statement {
  const cypher = `UNWIND range(0, size($hops) - 1) AS place
MATCH (a:Entity {id: $hops[place].fromId}), (b:Entity {id: $hops[place].toId})
RETURN place, COLLECT {
  MATCH (a)-[r:${hops}]-(b) WHERE ${hopAllowed('r', filter)}
  WITH DISTINCT r.factId AS factId, type(r) = 'TIE' AS amongOthers
  MATCH (f:Fact {factId: factId})
  RETURN factId ORDER BY ${weaknessOf('f')}, amongOthers, f.docKey, factId LIMIT $most
} AS factIds
ORDER BY place`;
  return { cypher, params: { hops: wanted, most, ...hopParams(filter) } };
}
