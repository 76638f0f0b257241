import { z } from 'zod';
import type { Database } from '../connect.ts';
import { heldRoleRow, returnHeldRole } from './held-role.ts';
import { matchPlace, matchRolesAt } from './roster-place.ts';

/** Whose roles, at which event or its sub-events. */
export interface EventAndParticipant {
  readonly eventId: string;
  readonly participantId: string;
}

const cypher = `
UNWIND $pairs AS pair
MATCH (p:Entity {id: pair.participantId})
${matchPlace('place', 'ON_ROSTER', 'pair.eventId', 'p.nameKey')}
RETURN pair.eventId AS eventId, p.id AS participantId, COLLECT {
    ${matchRolesAt('place')}
    ${returnHeldRole}
  } AS roles`;

const row = z.object({ eventId: z.string(), participantId: z.string(), roles: z.array(heldRoleRow) });
export type HeldRolesRow = z.output<typeof row>;

/** All roles that participants hold at events or their sub-events, in no order. */
export async function loadHeldRoles(database: Database, pairs: readonly EventAndParticipant[]): Promise<HeldRolesRow[]> {
  return z.array(row).parse(await database.read(cypher, { pairs }));
}
