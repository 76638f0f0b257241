import { z } from 'zod';
import type { EventRole } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import type { DayRange } from './date-bounds.ts';
import { keepInRange } from './events-in-range.ts';
import type { RosterType } from './find-participants.ts';
import { matchPlace } from './roster-place.ts';
import { type Statement, where } from './statement.ts';
import { tookPart } from './took-part.ts';

/** Whose common events, by which roles, in which range. */
export interface SharedEventFilter extends DayRange {
  readonly participantIds: readonly string[];
  readonly roles?: readonly EventRole[] | null;
}

const row = z.object({ eventId: z.string(), key: z.string() });
export type SharedEventRow = z.output<typeof row>;

/** The events at which all of some participants met, newest first and undated last. Shape: at most `limit`, beyond the keys `after`. */
export async function findSharedEvents(
  database: Database,
  filter: SharedEventFilter,
  page: { after?: readonly [string, string]; limit: number },
): Promise<SharedEventRow[]> {
  const { cypher, params } = buildSharedEventsQuery(filter);
  const rows = await database.read(
    `${cypher}
${where(page.after && '(key < $afterKey OR (key = $afterKey AND eventId > $afterId))')}
RETURN eventId, key ORDER BY key DESC, eventId LIMIT $limit`,
    { ...params, afterKey: page.after?.[0], afterId: page.after?.[1], limit: page.limit },
  );
  return z.array(row).parse(rows);
}

/** How many events some participants share. */
export async function countSharedEvents(database: Database, filter: SharedEventFilter): Promise<number> {
  const { cypher, params } = buildSharedEventsQuery(filter);
  const [counted] = await database.read(`${cypher}\nRETURN count(*) AS total`, params);
  return Number(counted?.total ?? 0);
}

/**
 * The statement that finds shared events, up to its RETURN. It starts at whoever went to the fewest, so that a hub among them costs nothing.
 * A whole of which they share a part counts only where each is listed for the whole itself; whether the part lies in the range does not matter.
 */
export function buildSharedEventsQuery({ participantIds, roles, from, to, dates }: SharedEventFilter): Statement {
  const all = (roster: RosterType) =>
    `all(one IN people WHERE EXISTS { ${matchPlace('r', roster, 'e.id', 'one.nameKey')} AND ${tookPart('r', roles)} })`;
  const cypher = `MATCH (p:Entity) WHERE p.id IN $participantIds
WITH p ORDER BY COUNT { (p)-[:ON_ROSTER]->() }, p.id
WITH collect(p) AS people
WITH people, people[0] AS rarest
MATCH (rarest)-[place:ON_ROSTER]->(e:Event) WHERE ${tookPart('place', roles)}
WITH people, e WHERE ${all('ON_ROSTER')}
WITH people, collect(e) AS shared
WITH people, shared, COLLECT { UNWIND shared AS part MATCH (part)-[:PART_OF*1..8]->(whole:Event) RETURN DISTINCT whole.id } AS wholes
UNWIND shared AS e
WITH people, wholes, e WHERE NOT e.id IN wholes OR ${all('ON_OWN_ROSTER')}
${keepInRange('e', { from, to, dates })}
WITH e.id AS eventId, coalesce(nullIf(e.dateKey, '~'), '') AS key`;
  return { cypher, params: { participantIds, roles, from, to } };
}
