import { z } from 'zod';
import { completenesses } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import { cardFields, cardRow } from './card-row.ts';

// Present participants sort before all others: their keys begin with 0.
const cypher = (type: string) => `
MATCH (e:Event {id: $eventId})
RETURN ${cardFields('e')} AS event,
  COUNT { MATCH ()-[r:${type}]->() WHERE r.eventId = $eventId AND r.roleKey < '1' } AS recorded,
  COLLECT { MATCH (e)<-[:ABOUT]-(s:ListStatus {relation: 'ROSTER'}) RETURN s {.factId, .completeness} } AS statuses`;

const words = z.enum(Object.keys(completenesses) as [keyof typeof completenesses, ...(keyof typeof completenesses)[]]);
const headRow = z
  .object({ event: cardRow, recorded: z.number(), statuses: z.array(z.object({ factId: z.string(), completeness: words })) })
  .transform(({ statuses, ...head }) => ({
    ...head,
    completeness: statuses[0]?.completeness ?? ('UNKNOWN' as const),
    statusFactIds: statuses.map((status) => status.factId),
  }));
export type RosterHead = z.output<typeof headRow>;

/** The event of a roster, how many are known to have been present, and whether the list is said to be whole. Shape: undefined for an unknown event. */
export async function loadRosterHead(database: Database, eventId: string, includeSubEvents: boolean): Promise<RosterHead | undefined> {
  const [row] = await database.read(cypher(includeSubEvents ? 'ON_ROSTER' : 'ON_OWN_ROSTER'), { eventId });
  return row && headRow.parse(row);
}
