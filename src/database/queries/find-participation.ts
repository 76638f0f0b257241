import { z } from 'zod';
import type { Database } from '../connect.ts';

const cypher = (depth: string) => `
CALL () {
  MATCH (p:Entity {id: $participantId})-[r:PARTICIPATED_IN]->(e:Event)
  WHERE EXISTS { (e)-[:PART_OF*${depth}]->(:Event {id: $eventId}) }
  RETURN r.factId AS factId, r.role AS role
  UNION
  MATCH (:Entity {id: $participantId})-[r:ABSENT_FROM]->(:Event {id: $eventId})
  RETURN r.factId AS factId, null AS role
}
RETURN factId, role ORDER BY role IS NULL, factId`;

const rows = z.array(z.object({ factId: z.string(), role: z.string().nullable() }));

/** What is said of a participant at an event. Shape: `role` null is a stated absence, which only counts at the event itself, and comes last. */
export async function findParticipation(database: Database, participantId: string, eventId: string, includeSubEvents: boolean) {
  return rows.parse(await database.read(cypher(includeSubEvents ? '0..8' : '0..0'), { participantId, eventId }));
}
