import { z } from 'zod';
import type { EventRole } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';

const cypher = `UNWIND $eventIds AS id
MATCH (e:Event)-[:PART_OF*0..8]->(whole:Event {id: id})
WITH DISTINCT whole, e
MATCH (p:Entity)-[h:PARTICIPATED_IN]->(e) WHERE p.id IN $participantIds AND h.role IN $roles
WITH whole, p, h ORDER BY h.factId
RETURN whole.id AS eventId, p.id AS participantId, collect(h.factId) AS factIds`;

const row = z.object({ eventId: z.string(), participantId: z.string(), factIds: z.array(z.string()) });
export type ParticipationFactsRow = z.output<typeof row>;

/** The facts by which some people took part in some events or their sub-events, in no order. */
export async function loadParticipationFacts(
  database: Database,
  eventIds: readonly string[],
  participantIds: readonly string[],
  roles: readonly EventRole[],
): Promise<ParticipationFactsRow[]> {
  return z.array(row).parse(await database.read(cypher, { eventIds, participantIds, roles }));
}
