import { z } from 'zod';
import type { Criterion } from '../../domain/criteria.ts';
import type { Database } from '../connect.ts';
import { firstDayOf, lastDayOf } from './date-bounds.ts';
import type { Statement } from './statement.ts';

/** The most editions of a series that one criterion takes. */
export const mostEditions = 200;

const eventRow = z.object({ id: z.string(), size: z.number(), certain: z.boolean() });
const row = z.object({ argument: z.string(), events: z.array(eventRow) });

/** The events at which a criterion can be met: how many stand on each roster, and whether its date surely lies in the range. */
export type CriterionEvents = z.output<typeof row>;

/** The events of each criterion. Shape: no row for an unknown id; one event more than `mostEditions` where there are more. */
export async function findCriterionEvents(database: Database, criteria: readonly Criterion[]): Promise<CriterionEvents[]> {
  const { cypher, params } = buildCriterionEvents(criteria);
  return z.array(row).parse(await database.read(cypher, params));
}

/** An event is its own edition here; one without a date lies in no range. */
export const buildCriterionEvents = (criteria: readonly Criterion[]): Statement => ({
  cypher: `UNWIND $criteria AS c
MATCH (t:Entity {id: c.targetId})
RETURN c.argument AS argument, COLLECT {
  MATCH (t)<-[:EDITION_OF*0..1]-(e:Event)
  WITH DISTINCT e, c.from IS NULL AND c.to IS NULL AS unbounded,
    ${firstDayOf('e.dateStart')} AS low, ${lastDayOf('coalesce(e.dateEnd, e.dateStart)')} AS high
  WITH e, unbounded OR (coalesce(high >= c.from, c.from IS NULL) AND coalesce(low <= c.to, c.to IS NULL)) AS possible,
    unbounded OR (coalesce(low >= c.from, c.from IS NULL) AND coalesce(high <= c.to, c.to IS NULL)) AS certain, unbounded, low
  WHERE (unbounded OR low IS NOT NULL) AND (certain OR (possible AND NOT c.certainOnly))
  WITH e, certain LIMIT $most
  RETURN {id: e.id, certain: certain, size: CASE WHEN c.includeSubEvents THEN COUNT { (e)<-[:ON_ROSTER]-() } ELSE COUNT { (e)<-[:ON_OWN_ROSTER]-() } END}
} AS events`,
  params: { criteria, most: mostEditions + 1 },
});
