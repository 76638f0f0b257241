import { z } from 'zod';
import { sizeOf } from '../../domain/meetings/meeting.ts';
import type { EventRole } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import type { DayRange } from './date-bounds.ts';
import { markInRange } from './events-in-range.ts';
import { rosterType } from './roster-type.ts';
import type { Statement } from './statement.ts';
import { tookPart } from './took-part.ts';

/** By which roles people met, in which range, and whether those of sub-events did at the event above. */
export interface MeetingFilter extends DayRange {
  readonly roles?: readonly EventRole[] | null;
  readonly includeSubEvents?: boolean | null;
}

/** Where meetings are looked for: wherever one of these was, or at least two of them; or at events and their parts. */
export type MeetingScope =
  | { readonly participantIds: readonly string[]; readonly among?: boolean }
  | { readonly eventIds: readonly string[] }
  | { readonly seriesId: string };

const row = z
  .object({
    eventId: z.string(),
    asked: z.boolean(),
    listed: z.number(),
    entries: z.number(),
    recorded: z.number(),
    headcount: z.number().nullable(),
    above: z.array(z.string()),
  })
  .transform(({ recorded, headcount, ...event }) => ({ ...event, size: sizeOf(recorded, headcount) }));
export type MetEventRow = z.output<typeof row>;

const newestFirst = "coalesce(nullIf(e.dateKey, '~'), '') DESC";

/**
 * The events of a scope, newest first and undated last; those outside the range too, for they may be parts of others.
 * Shape: at most `limit`, where more are found those of the range before others.
 */
export async function findMetEvents(database: Database, scope: MeetingScope, filter: MeetingFilter, limit: number): Promise<MetEventRow[]> {
  const { cypher, params } = buildMetEventsQuery(scope, filter, limit);
  return z.array(row).parse(await database.read(cypher, params));
}

/** How many events of a scope lie in the range, however many there are. */
export async function countMetEvents(database: Database, scope: MeetingScope, filter: MeetingFilter): Promise<number> {
  const { roles, from, to } = filter;
  const cypher = `${startOf(scope, filter)}
${markInRange('e', filter, 'asked')}
WITH asked WHERE asked
RETURN count(*) AS events`;
  const [found] = await database.read(cypher, { ...scope, roles, from, to });
  return z.number().parse(found?.events);
}

/** The statement for the events of a scope. */
export function buildMetEventsQuery(scope: MeetingScope, filter: MeetingFilter, limit: number): Statement {
  const { roles, from, to } = filter;
  const type = rosterType(filter);
  const cypher = `${startOf(scope, filter)}
${markInRange('e', filter, 'asked')}
WITH e, asked, reached ORDER BY asked DESC, ${newestFirst}, e.id LIMIT $limit
WITH e, asked, reached, COUNT { (e)<-[:${type}]-() } AS listed
RETURN e.id AS eventId, asked, listed, ${'among' in scope && scope.among ? 'reached' : 'listed'} AS entries,
  coalesce(e.${type === 'ON_ROSTER' ? 'recorded' : 'ownRecorded'}, 0) AS recorded, e.headcount AS headcount,
  COLLECT { MATCH (e)-[:PART_OF*1..8]->(above:Event) RETURN DISTINCT above.id } AS above
ORDER BY ${newestFirst}, eventId`;
  return { cypher, params: { ...scope, roles, from, to, limit } };
}

/** Binds the events as `e`, and how many of the scope's people were there as `reached`. */
function startOf(scope: MeetingScope, filter: MeetingFilter): string {
  if ('participantIds' in scope)
    return `MATCH (p:Entity)-[place:${rosterType(filter)}]->(e:Event) WHERE p.id IN $participantIds AND ${tookPart('place', filter.roles)}
WITH e, count(place) AS reached WHERE reached >= ${scope.among ? 2 : 1}`;
  const top = 'eventIds' in scope ? '(top:Event) WHERE top.id IN $eventIds' : '(:EventSeries {id: $seriesId})<-[:EDITION_OF]-(top:Event)';
  return `MATCH ${top}
MATCH (e:Event)-[:PART_OF*0..8]->(top)
WITH DISTINCT e, 0 AS reached`;
}
