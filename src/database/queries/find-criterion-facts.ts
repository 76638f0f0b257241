import { z } from 'zod';
import type { Database } from '../connect.ts';
import type { RosterCondition } from './find-participants.ts';
import type { Statement } from './statement.ts';

/** A condition whose facts are asked for: `certainIds` are those of its events whose dates surely lie in the range. */
export interface FactCondition extends RosterCondition {
  readonly argument: string;
  readonly certainIds: readonly string[];
}

// What the largest page of facts holds.
const mostFacts = 100;

const row = z.object({
  participantId: z.string(),
  argument: z.string(),
  factCount: z.number(),
  factIds: z.array(z.string()),
  certain: z.boolean(),
});
export type CriterionFacts = z.output<typeof row>;

/** What says that these participants meet these conditions. Shape: a row for each pair that is met, its first facts by date. */
export async function findCriterionFacts(database: Database, participantIds: readonly string[], conditions: readonly FactCondition[]) {
  const { cypher, params } = buildCriterionFacts(participantIds, conditions);
  return z.array(row).parse(await database.read(cypher, params));
}

/** Each participant's facts are read once for all conditions. */
export const buildCriterionFacts = (participantIds: readonly string[], conditions: readonly FactCondition[]): Statement => ({
  cypher: `UNWIND $participantIds AS participantId
MATCH (p:Entity {id: participantId})-[h:PARTICIPATED_IN]->(e:Event)
WHERE h.role IN $roles
WITH participantId, h, e, COLLECT { MATCH (e)-[:PART_OF*0..8]->(a:Event) WHERE a.id IN $eventIds RETURN DISTINCT a.id } AS above
WHERE size(above) > 0
UNWIND $conditions AS c
WITH participantId, h, e, c, [id IN above WHERE id IN c.eventIds AND (c.roster = 'ON_ROSTER' OR id = e.id)] AS at
WHERE size(at) > 0 AND h.role IN c.roles
WITH participantId, c, h.factId AS factId, any(id IN at WHERE id IN c.certainIds) AS certain ORDER BY e.dateKey, e.id, h.factId
WITH participantId, c.argument AS argument, collect(factId) AS factIds, collect(certain) AS certainties
RETURN participantId, argument, size(factIds) AS factCount, factIds[..$most] AS factIds, any(certain IN certainties WHERE certain) AS certain`,
  params: {
    participantIds,
    conditions,
    eventIds: [...new Set(conditions.flatMap(({ eventIds }) => eventIds))],
    roles: [...new Set(conditions.flatMap(({ roles }) => roles))],
    most: mostFacts,
  },
});
