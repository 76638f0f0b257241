import { z } from 'zod';
import type { Database } from '../connect.ts';
import { heldRoleRow, returnHeldRole } from './held-role.ts';

/** Whose roles, at which event or its sub-events. */
export interface EventAndParticipant {
  readonly eventId: string;
  readonly participantId: string;
}

// Participant and event are found first: a tie between two known ends is read from the end that has fewer.
const cypher = `
UNWIND $pairs AS pair
MATCH (whole:Event {id: pair.eventId})
MATCH (p:Entity {id: pair.participantId})
RETURN whole.id AS eventId, p.id AS participantId, COLLECT {
    MATCH (e:Event)-[:PART_OF*0..8]->(whole)
    WITH DISTINCT p, e
    MATCH (p)-[h:PARTICIPATED_IN]->(e)
    ${returnHeldRole}
  } AS roles`;

const row = z.object({ eventId: z.string(), participantId: z.string(), roles: z.array(heldRoleRow) });
export type HeldRolesRow = z.output<typeof row>;

/** All roles that participants hold at events or their sub-events, in no order. */
export async function loadHeldRoles(database: Database, pairs: readonly EventAndParticipant[]): Promise<HeldRolesRow[]> {
  return z.array(row).parse(await database.read(cypher, { pairs }));
}
