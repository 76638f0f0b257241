import { z } from 'zod';
import type { Database } from '../connect.ts';
import { hopAllowed, hopParams, hops, nodeAllowed, type PathFilter } from './path-hops.ts';
import type { Statement } from './statement.ts';

/** Two entities, and how many facts lie from each of them to the middle. */
export interface MidwayEnds {
  readonly fromId: string;
  readonly toId: string;
  readonly before: number;
  readonly after: number;
}

const midwayRow = z.object({ id: z.string().nullable() });

/** The lowest id half-way on the shortest paths between two entities. Shape: null where no path is of that length. */
export async function findMidway(database: Database, ends: MidwayEnds, filter: PathFilter): Promise<string | null> {
  const { cypher, params } = buildMidwayQuery(ends, filter);
  const [row] = await database.read(cypher, params);
  return midwayRow.parse(row).id;
}

/**
 * The statement that widens a ring from either end and takes where they meet: as wide as a search that finds nothing goes, however many paths there are.
 * What lies `before` hops from one end and `after` from the other lies on a shortest path, if that is their sum.
 */
export function buildMidwayQuery({ fromId, toId, before, after }: MidwayEnds, filter: PathFilter): Statement {
  const cypher = `MATCH (a:Entity {id: $fromId}), (b:Entity {id: $toId})
CALL (a, b) {
  ${ring('a', before, filter)}
  UNION ALL
  ${ring('b', after, filter)}
}
WITH met, count(*) AS sides WHERE sides = 2
RETURN min(met.id) AS id`;
  return { cypher, params: { fromId, toId, ...hopParams(filter) } };
}

function ring(end: string, width: number, filter: PathFilter): string {
  const steps = Array.from({ length: width }, (_, index) => {
    const [near, hop, far] = [index === 0 ? end : `n${index}`, `r${index}`, `n${index + 1}`];
    return `MATCH (${near})-[${hop}:${hops}]-(${far}) WHERE ${nodeAllowed(far)} AND ${hopAllowed(hop, filter)}`;
  });
  return `${steps.map((step, index) => (index === 0 ? step : `WITH DISTINCT n${index} ${step}`)).join('\n  ')}
  RETURN DISTINCT n${width} AS met`;
}
