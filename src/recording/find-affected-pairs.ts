import type { WriteTransaction } from '../database/connect.ts';
import type { PlannedFact } from './plan.ts';

export interface RosterPair {
  readonly participantId: string;
  readonly eventId: string;
}

const below = `
UNWIND $links AS link
MATCH (part:Event {id: link.part})<-[:PART_OF*0..8]-(sub:Event)<-[:PARTICIPATED_IN]-(p)
USING INDEX SEEK part:Event(id)
UNWIND [sub.id, link.whole] AS eventId
RETURN DISTINCT p.id AS participantId, eventId`;

const placed = `
UNWIND $ids AS id
MATCH (e:Entity {id: id})
USING INDEX SEEK e:Entity(id)
CALL (e) {
  MATCH (e)-[r:ON_ROSTER]->() RETURN r
  UNION
  MATCH (e:Event)<-[r:ON_ROSTER]-() RETURN r
}
RETURN DISTINCT r.participantId AS participantId, r.eventId AS eventId`;

/** The places on rosters that a change touches: who took part, what became part of what, whose name or date changed. */
export async function affectedPairs(
  tx: WriteTransaction,
  touched: readonly PlannedFact[],
  entities: readonly string[],
): Promise<RosterPair[]> {
  const own = touched
    .filter(({ identity }) => identity.type === 'PARTICIPATED_IN')
    .map(({ identity }) => ({ participantId: String(identity.ends.participant), eventId: String(identity.ends.event) }));
  const links = touched.filter(({ identity }) => identity.type === 'PART_OF').map(({ identity }) => identity.ends);
  const moved = links.length > 0 ? await tx.run(below, { links }) : [];
  const renamed = entities.length > 0 ? await tx.run(placed, { ids: entities }) : [];
  return [...own, ...(moved as unknown as RosterPair[]), ...(renamed as unknown as RosterPair[])];
}
