import type { MeetingFilter, MetEventRow } from '../../database/queries/find-met-events.ts';
import { loadPlaces } from '../../database/queries/load-places.ts';
import { presentRoles } from '../../database/queries/load-roster.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { weightOfRoles } from '../../domain/meetings/role-weights.ts';
import type { EventSelection } from '../../domain/meetings/select-events.ts';
import type { GraphContext } from '../context.ts';

/** Reads the rosters of selected events, as far as they count; of some people only, if these are given. */
export async function loadMeetings(
  { database }: GraphContext,
  { counted, parts }: EventSelection<MetEventRow>,
  filter: MeetingFilter,
  participantIds?: readonly string[],
): Promise<Meeting[]> {
  const events = [...counted, ...parts];
  const rows = await loadPlaces(
    database,
    events.map(({ eventId }) => eventId),
    filter,
    participantIds,
  );
  const placesAt = new Map(rows.map(({ eventId, places }) => [eventId, places]));
  const roles: readonly string[] = filter.roles ?? presentRoles;
  const ids = new Set(counted.map(({ eventId }) => eventId));
  return events.map(({ eventId, size, above }) => ({
    eventId,
    size,
    above,
    counts: ids.has(eventId),
    places: (placesAt.get(eventId) ?? []).map(({ participantId, nameKey, own, roles: held }) => ({
      participantId,
      nameKey,
      own,
      weight: weightOfRoles(held.filter((role) => roles.includes(role))),
    })),
  }));
}
