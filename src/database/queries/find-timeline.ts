import { z } from 'zod';
import type { Database } from '../connect.ts';
import { type DayRange, inRange } from './date-bounds.ts';
import { type Statement, where } from './statement.ts';

/** Whose facts, of which kinds, in which range. */
export interface TimelineFilter extends DayRange {
  readonly entityIds: readonly string[];
  readonly kinds?: readonly string[] | null;
}

type TimelinePage = { readonly after?: readonly [string, string]; readonly limit: number };

const keyRow = z.object({ factId: z.string(), dateKey: z.string() });

/** The ids of the facts about some entities by date, undated ones last. Shape: at most `limit`, above the keys `after`. */
export async function findTimeline(database: Database, filter: TimelineFilter, page: TimelinePage) {
  const { cypher, params } = buildTimelinePage(filter, page);
  return z.array(keyRow).parse(await database.read(cypher, params));
}

/** How many facts a timeline holds. */
export async function countTimeline(database: Database, filter: TimelineFilter): Promise<number> {
  const cypher = `UNWIND $entityIds AS entityId
CALL (entityId) {
  ${factsOf(filter)}
  RETURN f
}
RETURN count(DISTINCT f) AS total`;
  const [row] = await database.read(cypher, paramsOf(filter));
  return Number(row?.total ?? 0);
}

/** The statement for a page: of each entity it reads no more than a page, in the order of the key, and then merges these. */
export const buildTimelinePage = (filter: TimelineFilter, { after, limit }: TimelinePage): Statement => ({
  cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
  ${factsOf(filter, after && '(r.dateKey > $afterKey OR f.factId > $afterId)')}
  WITH DISTINCT r.entityId AS entity, r.dateKey AS dateKey, f.factId AS factId ORDER BY entity, dateKey, factId LIMIT $limit
  RETURN dateKey, factId
}
WITH DISTINCT dateKey, factId
RETURN factId, dateKey ORDER BY dateKey, factId LIMIT $limit`,
  params: { ...paramsOf(filter, after), limit },
});

const paramsOf = ({ entityIds, kinds, from, to }: TimelineFilter, after?: readonly [string, string]) => ({
  entityIds,
  kinds,
  from,
  to,
  afterKey: after?.[0] ?? '',
  afterId: after?.[1],
});

/** What an entity is an end of. The key's condition lets the index be used; no date is below its own first day. */
function factsOf(filter: TimelineFilter, beyond?: string): string {
  const { kinds, from, to } = filter;
  const ranged = Boolean(from ?? to);
  return `MATCH (f:Fact)-[r:END]->()
  USING INDEX r:END(entityId, dateKey)
  ${where('r.entityId = entityId', 'r.dateKey >= $afterKey', to && 'r.dateKey <= $to', ranged && "r.dateKey <> '~'", beyond, kinds && 'r.factKind IN $kinds')}
  ${ranged ? rangeCondition(filter) : ''}`;
}

/** A fact without a date of its own ends when its event does. */
const rangeCondition = (range: DayRange): string => `
  WITH f, r, CASE WHEN f.dateStart IS NOT NULL THEN coalesce(f.dateEnd, f.dateStart)
    ELSE coalesce(COLLECT { MATCH (f)-[:END]->(e:Event) WHERE e.dateKey = r.dateKey RETURN e.dateEnd LIMIT 1 }[0], r.dateKey) END AS endKey
  ${where(...inRange('r.dateKey', 'endKey', range))}`;
