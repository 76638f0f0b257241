import type { Database } from '../connect.ts';
import { type HeldRoleRow, heldRole, returnHeldRole, rolesParameter, wholeRole } from './held-role.ts';
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
    ${returnHeldRole(wholeRole)}
  } AS roles`;

/** The roles of a participant at an event. */
export interface HeldRolesRow extends EventAndParticipant {
  readonly roles: readonly HeldRoleRow[];
}

/** All roles that participants hold at events or their sub-events, in no order. */
export async function loadHeldRoles(database: Database, pairs: readonly EventAndParticipant[]): Promise<HeldRolesRow[]> {
  const rows = await database.read(cypher, { pairs, roles: rolesParameter(wholeRole) });
  return rows.map(({ eventId, participantId, roles }) => ({
    eventId: eventId as string,
    participantId: participantId as string,
    roles: (roles as unknown[][]).map((values) => heldRole(values, wholeRole)),
  }));
}
