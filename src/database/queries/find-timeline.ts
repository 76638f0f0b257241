import { z } from 'zod';
import type { Database } from '../connect.ts';
import { type DayRange, inRange } from './date-bounds.ts';
import { type Statement, where } from './statement.ts';

/** Whose facts, of which kinds, in which range. */
export interface TimelineFilter extends DayRange {
  readonly entityIds: readonly string[];
  readonly kinds?: readonly string[] | null;
}

const keyRow = z.object({ factId: z.string(), dateKey: z.string() });

/** The ids of the facts about some entities by date, undated ones last. Shape: at most `limit`, above the keys `after`. */
export async function findTimeline(database: Database, filter: TimelineFilter, page: { after?: readonly [string, string]; limit: number }) {
  const { cypher, params } = buildTimelineQuery(filter, page.after);
  const rows = await database.read(`${cypher}\nRETURN factId, dateKey ORDER BY dateKey, factId LIMIT $limit`, {
    ...params,
    limit: page.limit,
  });
  return z.array(keyRow).parse(rows);
}

/** How many facts a timeline holds. */
export async function countTimeline(database: Database, filter: TimelineFilter): Promise<number> {
  const { cypher, params } = buildTimelineQuery(filter);
  const [row] = await database.read(`${cypher}\nRETURN count(*) AS total`, params);
  return Number(row?.total ?? 0);
}

/** The statement that finds a timeline's facts, up to its RETURN. The key's condition lets the index be used. */
export function buildTimelineQuery(filter: TimelineFilter, after?: readonly [string, string]): Statement {
  const ranged = Boolean(filter.from ?? filter.to);
  const cypher = `MATCH (f:Fact)-[r:END]->()
${where('r.entityId IN $entityIds', 'r.dateKey >= $afterKey', filter.kinds && 'r.factKind IN $kinds', ranged && "r.dateKey <> '~'")}
WITH DISTINCT f, r.dateKey AS dateKey
${where(after && '(dateKey > $afterKey OR f.factId > $afterId)')}
${ranged ? rangeCondition(filter) : ''}
WITH f.factId AS factId, dateKey`;
  const { entityIds, kinds, from, to } = filter;
  return { cypher, params: { entityIds, kinds, from, to, afterKey: after?.[0] ?? '', afterId: after?.[1] } };
}

/** A fact without a date of its own ends when its event does. */
const rangeCondition = (range: DayRange): string => `
WITH f, dateKey, CASE WHEN f.dateStart IS NOT NULL THEN coalesce(f.dateEnd, f.dateStart)
  ELSE coalesce(COLLECT { MATCH (f)-[:END]->(e:Event) WHERE e.dateKey = dateKey RETURN e.dateEnd LIMIT 1 }[0], dateKey) END AS endKey
${where(...inRange('dateKey', 'endKey', range))}`;
