import type { WriteTransaction } from '../database/connect.ts';

const eventDates = `
UNWIND $eventIds AS id
MATCH (e:Event {id: id})
USING INDEX SEEK e:Event(id)
WHERE e.dateKey IS NOT NULL
RETURN id, e.dateKey AS dateKey`;

// A fact has its own date, else the first of its events', else none.
const dateFacts = `
UNWIND $eventIds AS id
MATCH (e:Event {id: id})<-[:END]-(f:Fact)
USING INDEX SEEK e:Event(id)
WITH DISTINCT f
WITH f, coalesce(f.dateStart, COLLECT { MATCH (f)-[:END]->(e:Event) RETURN e.dateKey ORDER BY e.dateKey LIMIT 1 }[0], '~') AS dateKey
SET f.dateKey = dateKey
WITH f, dateKey
MATCH (f)-[r:END]->()
SET r.dateKey = dateKey`;

/** Dates anew the facts that may have their date from one of these events, whose own is another now. */
export async function projectDates(tx: WriteTransaction, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.run(dateFacts, { eventIds });
}

/** The dates by which events list their facts, of those that have any. */
export async function readEventDates(tx: WriteTransaction, eventIds: readonly string[]): Promise<Map<string, string>> {
  if (eventIds.length === 0) return new Map();
  const rows = await tx.run(eventDates, { eventIds });
  return new Map(rows.map((row) => [String(row.id), String(row.dateKey)]));
}
