import { z } from 'zod';
import type { Database } from '../connect.ts';
import type { RosterCondition, RosterType } from './find-participants.ts';
import { matchRolesAt } from './roster-place.ts';
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

const placesOn = (roster: RosterType): string => `WITH p, c WHERE c.roster = '${roster}'
  MATCH ()-[place:${roster}]->()
  USING INDEX place:${roster}(eventId, nameKey)
  WHERE place.eventId IN c.eventIds AND place.nameKey = p.nameKey
  RETURN place`;

/** From the places on the rosters, which name their facts: a participant may have taken part in very much else. */
export const buildCriterionFacts = (participantIds: readonly string[], conditions: readonly FactCondition[]): Statement => ({
  cypher: `UNWIND $participantIds AS participantId
MATCH (p:Entity {id: participantId})
UNWIND $conditions AS c
CALL (p, c) {
  ${placesOn('ON_ROSTER')}
  UNION ALL
  ${placesOn('ON_OWN_ROSTER')}
}
${matchRolesAt('place')} AND h.role IN c.roles
WITH participantId, c, e, factId, collect(place.eventId) AS at
WITH participantId, c, factId, any(id IN at WHERE id IN c.certainIds) AS certain ORDER BY e.dateKey, e.id, factId
WITH participantId, c.argument AS argument, collect(factId) AS factIds, collect(certain) AS certainties
RETURN participantId, argument, size(factIds) AS factCount, factIds[..$most] AS factIds, any(certain IN certainties WHERE certain) AS certain`,
  params: { participantIds, conditions, most: mostFacts },
});
