import type { Database } from '../connect.ts';
import { type CardRow, cardFields, cardRow } from './card-row.ts';
import type { RosterCondition } from './find-participants.ts';
import type { Statement } from './statement.ts';

/** The events behind these conditions whose roster is not said to be complete, by date. Shape: at most `limit`. */
export async function findOpenRosters(database: Database, conditions: readonly RosterCondition[], limit: number): Promise<CardRow[]> {
  const { cypher, params } = buildOpenRosters(conditions, limit);
  return (await database.read(cypher, params)).map((row) => cardRow.parse(row.card));
}

/** A complete roster of an event speaks for the sub-events that count under it. */
export const buildOpenRosters = (conditions: readonly RosterCondition[], limit: number): Statement => ({
  cypher: `UNWIND $conditions AS c
UNWIND c.eventIds AS id
MATCH (a:Event {id: id})
CALL (c, a) {
  WITH c, a WHERE c.roster = 'ON_OWN_ROSTER'
  RETURN a AS e
  UNION
  WITH c, a WHERE c.roster = 'ON_ROSTER'
  MATCH (a)<-[:PART_OF*0..8]-(e:Event)
  RETURN e
}
WITH DISTINCT a, e
WHERE NOT EXISTS {
  MATCH (e)-[:PART_OF*0..8]->(x:Event)<-[:ABOUT]-(:ListStatus {relation: 'ROSTER', completeness: 'COMPLETE'})
  WHERE EXISTS { (x)-[:PART_OF*0..8]->(a) }
}
WITH DISTINCT e ORDER BY e.dateKey, e.nameKey LIMIT $limit
RETURN ${cardFields('e')} AS card`,
  params: { conditions, limit },
});
