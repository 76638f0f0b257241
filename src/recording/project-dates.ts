import type { WriteTransaction } from '../database/connect.ts';

const dateFacts = `
UNWIND $factIds AS factId
MATCH (f:Fact {factId: factId})
WITH f, coalesce(f.dateStart, COLLECT { MATCH (f)-[:END]->(e:Event) RETURN e.dateKey ORDER BY e.dateKey LIMIT 1 }[0], '~') AS dateKey
SET f.dateKey = dateKey
WITH f, dateKey
MATCH (f)-[r:END]->()
SET r.dateKey = dateKey`;

/** Gives each fact the date it is listed under: its own, else its event's, else none (`~`). */
export const projectDates = (tx: WriteTransaction, factIds: readonly string[]) => tx.run(dateFacts, { factIds });

/** The facts whose date may come from one of these events. */
export async function factsOfEvents(tx: WriteTransaction, eventIds: readonly string[]): Promise<string[]> {
  if (eventIds.length === 0) return [];
  const rows = await tx.run('UNWIND $eventIds AS id MATCH (:Event {id: id})<-[:END]-(f:Fact) RETURN DISTINCT f.factId AS factId', {
    eventIds,
  });
  return rows.map((row) => String(row.factId));
}
