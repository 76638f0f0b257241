import { z } from 'zod';
import type { EventRole } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import type { MeetingFilter } from './find-met-events.ts';
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
  const match = participantIds
    ? `MATCH (p:Entity)-[r:${rosterType(filter)}]->(e:Event) WHERE p.id IN $participantIds AND r.eventId IN $eventIds`
    : `MATCH (e:Event) WHERE e.id IN $eventIds
MATCH (p:Entity)-[r:${rosterType(filter)}]->(e) WHERE true`;
  const cypher = `${match} AND ${tookPart('r', filter.roles)}
RETURN e.id AS eventId, collect([p.id, coalesce(p.nameKey, p.id), r.roles,
  EXISTS { MATCH (p)-[own:ON_OWN_ROSTER]->(e) WHERE ${tookPart('own', filter.roles)} }]) AS places`;
  return { cypher, params: { eventIds, participantIds, roles: filter.roles } };
}
