import { z } from 'zod';
import { completenesses } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import { cardFields, cardRow } from './card-row.ts';

const cypher = (recorded: 'recorded' | 'ownRecorded') => `
MATCH (e:Event {id: $eventId})
RETURN ${cardFields('e')} AS event,
  coalesce(e.${recorded}, 0) AS recorded,
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
  const [row] = await database.read(cypher(includeSubEvents ? 'recorded' : 'ownRecorded'), { eventId });
  return row && headRow.parse(row);
}
