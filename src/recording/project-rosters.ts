import type { Row, WriteTransaction } from '../database/connect.ts';
import { type EventRole, eventRoles } from '../domain/vocabulary.ts';

const ranks = Object.keys(eventRoles) as EventRole[];

/** Which participants' places on which rosters a change touches: the event itself and every event above it. */
const touchedPairs = `
UNWIND $pairs AS pair
MATCH (e:Event {id: pair.eventId})-[:PART_OF*0..8]->(above:Event)
RETURN DISTINCT pair.participantId AS participantId, above.id AS eventId`;

// From the participant's side, for from the event's, every one of thousands would be walked anew for each of them; but not
// through all the thousands that a few participants took part in: between two hubs, the smaller is walked.
const rolesHeld = `
UNWIND $pairs AS pair
MATCH (above:Event {id: pair.eventId})
MATCH (p:Entity {id: pair.participantId})
WITH p, above, COUNT { (p)-[:PARTICIPATED_IN]->() } > 50 AS isHub
CALL (p, above, isHub) {
  MATCH (p)-[r:PARTICIPATED_IN]->(e:Event)
  WHERE NOT isHub AND EXISTS { (e)-[:PART_OF*0..8]->(above) }
  RETURN r, e
  UNION
  MATCH (e:Event)-[:PART_OF*0..8]->(above) WHERE isHub
  WITH DISTINCT e
  MATCH (p)-[r:PARTICIPATED_IN]->(e)
  RETURN r, e
}
WITH p, above, collect(DISTINCT r {.factId, .role, .printedOrder, own: e = above}) AS held
RETURN p.id AS participantId, p.nameKey AS nameKey, above.id AS eventId, above.dateKey AS date, held`;

/** How many each roster has present: what a meeting of many is discounted by. */
const countPresent = `
UNWIND $eventIds AS id
MATCH (e:Event {id: id})
SET e.recorded = COUNT { MATCH (e)<-[r:ON_ROSTER]-() WHERE r.present }, e.ownRecorded = COUNT { MATCH (e)<-[r:ON_OWN_ROSTER]-() WHERE r.present }`;

/** Rebuilds the places of these participants at these events on both rosters. */
export async function projectRosters(tx: WriteTransaction, touched: readonly { participantId: string; eventId: string }[]): Promise<void> {
  if (touched.length === 0) return;
  const pairs = await tx.run(touchedPairs, { pairs: touched });
  const held = await tx.run(rolesHeld, { pairs });
  const own = held.map((row) => ({ ...row, held: (row.held as Held[]).filter((role) => role.own) }));
  await rebuild(tx, 'ON_ROSTER', pairs, held);
  await rebuild(
    tx,
    'ON_OWN_ROSTER',
    pairs,
    own.filter((row) => row.held.length > 0),
  );
  await tx.run(countPresent, { eventIds: [...new Set(pairs.map((pair) => pair.eventId))] });
}

async function rebuild(tx: WriteTransaction, type: string, pairs: readonly Row[], held: readonly Row[]): Promise<void> {
  const clear = `UNWIND $pairs AS pair MATCH (:Entity {id: pair.participantId})-[r:${type}]->(:Event {id: pair.eventId}) DELETE r`;
  const place = `
    UNWIND $rows AS row
    MATCH (p:Entity {id: row.participantId})
    MATCH (e:Event {id: row.eventId})
    MERGE (p)-[r:${type}]->(e)
    SET r = row`;
  const placed = new Set(held.map(keyOf));
  const left = pairs.filter((pair) => !placed.has(keyOf(pair)));
  if (left.length > 0) await tx.run(clear, { pairs: left });
  await tx.run(place, { rows: held.map(placeOf) });
}

const keyOf = ({ participantId, eventId }: Row): string => `${participantId} ${eventId}`;

type Held = { factId: string; role: EventRole; printedOrder: number | null; own: boolean };

/** One place on a roster. Every key ends in the name key, and so in the participant's id. */
function placeOf({ participantId, nameKey, eventId, date, held }: Row) {
  const roles = [...new Set((held as Held[]).map((row) => row.role))].sort((a, b) => ranks.indexOf(a) - ranks.indexOf(b));
  const present = roles.some((role) => eventRoles[role].present);
  const rank = Math.min(...roles.filter((role) => eventRoles[role].present === present).map((role) => ranks.indexOf(role)));
  return {
    participantId,
    eventId,
    factIds: (held as Held[]).map((row) => row.factId).sort(),
    roles,
    present,
    date,
    nameKey,
    roleKey: `${present ? 0 : 1}${String(rank).padStart(2, '0')}|${nameKey}`,
    printedKey: `${printedPlace(held as Held[])}|${nameKey}`,
  };
}

/** An event's own list comes before the lists of its parts; who stands on none comes last. */
function printedPlace(held: readonly Held[]): string {
  const places = held.flatMap(({ printedOrder, own }) =>
    printedOrder === null ? [] : [`${own ? 0 : 1}${String(printedOrder).padStart(6, '0')}`],
  );
  return places.sort()[0] ?? '~';
}
