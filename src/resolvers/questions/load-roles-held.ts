import { presentRoles } from '../../database/queries/load-roster.ts';
import type { EventRole } from '../../domain/vocabulary.ts';
import type { GraphContext } from '../context.ts';

/** Which roles count: these, else those that imply presence; at the event itself only, or at its sub-events too. */
export interface CountedRoles {
  readonly roles?: readonly EventRole[] | null;
  readonly includeSubEvents?: boolean | null;
}

/** A participant in short, with the roles by which they took part in an event. */
export async function loadRolesHeld(
  { loaders }: GraphContext,
  eventId: string,
  participantId: string,
  { roles, includeSubEvents }: CountedRoles,
) {
  const counted: readonly string[] = roles ?? presentRoles;
  const [participant, held] = await Promise.all([
    loaders.cardById.load(participantId),
    loaders.rolesHeld.load(JSON.stringify({ eventId, participantId })),
  ]);
  const own = (id: string) => id === eventId || (includeSubEvents ?? true);
  return { participant, roles: (held?.roles ?? []).filter(({ role, event }) => counted.includes(role) && own(event.id)) };
}
