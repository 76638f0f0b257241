import { z } from 'zod';
import type { EventRole } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import type { MeetingFilter } from './find-met-events.ts';
import { matchPlace } from './roster-place.ts';
import { rosterType } from './roster-type.ts';
import type { Statement } from './statement.ts';
import { tookPart } from './took-part.ts';

const place = z
  .tuple([z.string(), z.string(), z.array(z.string()), z.boolean()])
  .transform(([participantId, nameKey, roles, own]) => ({ participantId, nameKey, roles: roles as EventRole[], own }));
const row = z.object({ eventId: z.string(), places: z.array(place) });
export type PlacesRow = z.output<typeof row>;

/** Who took part in each of some events; of some people only, if these are given. */
export async function loadPlaces(
  database: Database,
  eventIds: readonly string[],
  filter: MeetingFilter,
  participantIds?: readonly string[],
): Promise<PlacesRow[]> {
  if (eventIds.length === 0) return [];
  const { cypher, params } = buildPlacesQuery(eventIds, filter, participantIds);
  return z.array(row).parse(await database.read(cypher, params));
}

/** The statement for places. Some people's places are read from the people, for the events may have many more. */
export function buildPlacesQuery(eventIds: readonly string[], filter: MeetingFilter, participantIds?: readonly string[]): Statement {
  const roster = rosterType(filter);
  const match = participantIds
    ? `MATCH (p:Entity)-[r:${roster}]->() WHERE p.id IN $participantIds AND r.eventId IN $eventIds`
    : `MATCH ()-[r:${roster}]->() USING INDEX r:${roster}(eventId, nameKey) WHERE r.eventId IN $eventIds AND r.nameKey > ''`;
  const cypher = `${match} AND ${tookPart('r', filter.roles)}
RETURN r.eventId AS eventId, collect([r.participantId, r.nameKey, r.roles, ${roster === 'ON_OWN_ROSTER' ? 'true' : onOwnRoster(filter)}]) AS places`;
  return { cypher, params: { eventIds, participantIds, roles: filter.roles } };
}

const onOwnRoster = ({ roles }: MeetingFilter): string => `EXISTS {
  ${matchPlace('own', 'ON_OWN_ROSTER', 'r.eventId', 'r.nameKey')} AND ${tookPart('own', roles)} }`;
