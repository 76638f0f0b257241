import { z } from 'zod';
import { completenesses } from '../../domain/vocabulary.ts';
import type { Database, Row } from '../connect.ts';
import { cardFields, cardRow } from './card-row.ts';

/** Finds the event of a roster, for `returnRosterHead`. */
export const matchRosterHead = 'MATCH (event:Event {id: $eventId})';

/** The begin of a RETURN that says of a roster whose it is, how many are on it, and whether it is whole: read by `rosterHead`. */
export const returnRosterHead = (includeSubEvents: boolean): string => `RETURN ${cardFields('event')} AS event,
  coalesce(event.${includeSubEvents ? 'recorded' : 'ownRecorded'}, 0) AS recorded,
  COLLECT { MATCH (event)<-[:ABOUT]-(s:ListStatus {relation: 'ROSTER'}) RETURN s {.factId, .completeness} } AS statuses`;

const words = z.enum(Object.keys(completenesses) as [keyof typeof completenesses, ...(keyof typeof completenesses)[]]);
const headRow = z
  .object({ event: cardRow, recorded: z.number(), statuses: z.array(z.object({ factId: z.string(), completeness: words })) })
  .transform(({ statuses, ...head }) => ({
    ...head,
    completeness: statuses[0]?.completeness ?? ('UNKNOWN' as const),
    statusFactIds: statuses.map((status) => status.factId),
  }));
export type RosterHead = z.output<typeof headRow>;

/** Reads what `returnRosterHead` returns. */
export const rosterHead = (row: Row): RosterHead => headRow.parse(row);

/** The event of a roster, how many are known to have been present, and whether the list is said to be whole. Shape: undefined for an unknown event. */
export async function loadRosterHead(database: Database, eventId: string, includeSubEvents: boolean): Promise<RosterHead | undefined> {
  const [row] = await database.read(`${matchRosterHead}\n${returnRosterHead(includeSubEvents)}`, { eventId });
  return row && rosterHead(row);
}
