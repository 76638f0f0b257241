import { z } from 'zod';
import type { Database } from '../connect.ts';
import type { RosterType } from './find-participants.ts';
import { matchPlace, matchRolesAt } from './roster-place.ts';
import { rosterType } from './roster-type.ts';

const cypher = (roster: RosterType) => `
CALL () {
  MATCH (p:Entity {id: $participantId})
  ${matchPlace('place', roster, '$eventId', 'p.nameKey')}
  ${matchRolesAt('place')}
  RETURN factId, h.role AS role
  UNION
  MATCH (:Entity {id: $participantId})-[r:ABSENT_FROM]->(:Event {id: $eventId})
  RETURN r.factId AS factId, null AS role
}
RETURN factId, role ORDER BY role IS NULL, factId`;

const rows = z.array(z.object({ factId: z.string(), role: z.string().nullable() }));

/** What is said of a participant at an event. Shape: `role` null is a stated absence, which only counts at the event itself, and comes last. */
export async function findParticipation(database: Database, participantId: string, eventId: string, includeSubEvents: boolean) {
  return rows.parse(await database.read(cypher(rosterType({ includeSubEvents })), { participantId, eventId }));
}
