import { z } from 'zod';
import { type EntityKind, entityKinds } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import { type DayRange, inRange } from './date-bounds.ts';
import { type Statement, where } from './statement.ts';

/** Which entities of a kind; all given conditions hold together. */
export interface EntityFilter extends DayRange {
  readonly ids?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
  readonly placeId?: string | null;
  readonly organisationId?: string | null;
  readonly eventId?: string | null;
  readonly seriesId?: string | null;
  readonly sourceId?: string | null;
}

export type EntityOrder = 'NAME' | 'DATE';

const keyRow = z.object({ id: z.string(), key: z.string() });

// Newest first with undated last, in one descending key: nothing sorts below the empty text.
const dateKey = "CASE e.dateKey WHEN '~' THEN '' ELSE coalesce(e.dateKey, '') END";

/** The ids of entities of a kind, by name or newest first. Shape: at most `limit`, beyond the keys `after`. */
export async function listEntities(
  database: Database,
  kind: EntityKind,
  filter: EntityFilter,
  order: EntityOrder,
  page: { after?: readonly [string, string]; limit: number },
) {
  const { cypher, params } = buildEntityPage(kind, filter, order, page);
  return z.array(keyRow).parse(await database.read(cypher, params));
}

/** How many entities of a kind a filter asks for. */
export async function countEntities(database: Database, kind: EntityKind, filter: EntityFilter): Promise<number> {
  const { cypher, params } = buildEntityMatch(kind, filter);
  const [row] = await database.read(`${cypher}\nRETURN count(e) AS total`, params);
  return Number(row?.total ?? 0);
}

/** The statement for a page. */
export function buildEntityPage(
  kind: EntityKind,
  filter: EntityFilter,
  order: EntityOrder,
  { after, limit }: { after?: readonly [string, string]; limit: number },
): Statement {
  const byName = order === 'NAME';
  const beyond = byName ? 'e.nameKey > $afterKey' : `(${dateKey} < $afterKey OR (${dateKey} = $afterKey AND e.id > $afterId))`;
  const { cypher, params } = buildEntityMatch(kind, filter, after && beyond);
  return {
    cypher: `${cypher}\nRETURN e.id AS id, ${byName ? 'e.nameKey AS key ORDER BY e.nameKey' : `${dateKey} AS key ORDER BY key DESC, id`} LIMIT $limit`,
    params: { ...params, limit, ...(after && { afterKey: after[0], afterId: after[1] }) },
  };
}

function buildEntityMatch(kind: EntityKind, filter: EntityFilter, more?: string): Statement {
  const own = kind === 'PERSON' ? 'any(word IN e.kinds WHERE word IN $kinds)' : 'e.kind IN $kinds';
  const start = "CASE e.dateKey WHEN '~' THEN null ELSE e.dateKey END";
  const conditions = where(
    // The range makes the planner walk the names' index in order.
    'e.nameKey IS NOT NULL',
    more,
    filter.ids && 'e.id IN $ids',
    filter.kinds && own,
    ...Object.entries(ties).map(([name, tie]) => filter[name as keyof typeof ties] && tie),
    ...inRange(start, `coalesce(e.dateEnd, ${start})`, filter),
  );
  const params = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
  return { cypher: `MATCH (e:${entityKinds[kind].label})\n${conditions}`, params };
}

const tiedTo = (pattern: string): string => `EXISTS { MATCH (e)<-[:END]-(:Fact)-[:END]->${pattern} }`;

/** A tie is a fact; who took part in a sub-event stands on its parents' rosters too. */
const ties = {
  placeId: `(${tiedTo('(:Place {id: $placeId})')} OR ${tiedTo('(:Place)-[:LOCATED_IN*1..4]->(:Place {id: $placeId})')})`,
  organisationId: tiedTo('(:Organisation {id: $organisationId})'),
  eventId: `(EXISTS { (e)-[:ON_ROSTER {eventId: $eventId}]->() } OR ${tiedTo('(:Event {id: $eventId})')})`,
  seriesId: `(EXISTS { (e)-[:EDITION_OF]->(:EventSeries {id: $seriesId}) } OR EXISTS { (e)-[:PART_OF*1..8]->(:Event)-[:EDITION_OF]->(:EventSeries {id: $seriesId}) }
    OR EXISTS { (e)-[:ON_ROSTER]->(:Event)-[:EDITION_OF]->(:EventSeries {id: $seriesId}) } OR ${tiedTo('(:EventSeries {id: $seriesId})')})`,
  sourceId:
    'EXISTS { MATCH (e)<-[:END]-(f:Fact) WHERE EXISTS { MATCH (v:Evidence {factId: f.factId}) WHERE v.sourceId = $sourceId AND v.withdrawnAt IS NULL } }',
};
