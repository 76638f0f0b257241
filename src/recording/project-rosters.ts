import type { WriteTransaction } from '../database/connect.ts';
import { groupBy } from '../domain/group-by.ts';
import { type EventRole, eventRoles } from '../domain/vocabulary.ts';
import type { RosterPair } from './find-affected-pairs.ts';

const ranks = Object.keys(eventRoles) as EventRole[];

/** Whose rosters a change at these events touches: their own, and those of every event above them. */
const eventsAbove = `
UNWIND $eventIds AS id
MATCH (e:Event {id: id})-[:PART_OF*0..8]->(above:Event)
USING INDEX SEEK e:Event(id)
RETURN DISTINCT id, above.id AS above`;

// Between a participant and an event with its parts, the side with fewer is walked: some took part in thousands, and some events have thousands.
const rolesHeld = `
UNWIND $rosters AS roster
MATCH (above:Event {id: roster.eventId})
USING INDEX SEEK above:Event(id)
WITH roster, above, COLLECT { MATCH (e:Event)-[:PART_OF*0..8]->(above) RETURN DISTINCT e } AS parts
UNWIND roster.participantIds AS id
MATCH (p:Entity {id: id})
USING INDEX SEEK p:Entity(id)
WITH p, above, parts, COUNT { (p)-[:PARTICIPATED_IN]->() } < size(parts) AS isWalked
CALL (p, parts, isWalked) {
  MATCH (p)-[r:PARTICIPATED_IN]->(e:Event)
  WHERE isWalked AND e IN parts
  RETURN r, e
  UNION
  WITH * WHERE NOT isWalked
  UNWIND parts AS e
  MATCH (p)-[r:PARTICIPATED_IN]->(e)
  RETURN r, e
}
WITH p, above, collect(DISTINCT r {.factId, .role, .printedOrder, own: e = above}) AS held
RETURN p.id AS participantId, p.nameKey AS nameKey, above.id AS eventId, above.dateKey AS date, held`;

const clear = `
UNWIND $pairs AS pair
MATCH (p:Entity {id: pair.participantId})
USING INDEX SEEK p:Entity(id)
MATCH (e:Event {id: pair.eventId})
USING INDEX SEEK e:Event(id)
MATCH (p)-[old:ON_ROSTER|ON_OWN_ROSTER]->(e)
DELETE old`;

const place = `
UNWIND $rows AS row
MATCH (p:Entity {id: row.place.participantId})
USING INDEX SEEK p:Entity(id)
MATCH (e:Event {id: row.place.eventId})
USING INDEX SEEK e:Event(id)
UNWIND row.rosters AS roster
CREATE (p)-[r:$(roster)]->(e)
SET r = row.place`;

/** How many each roster has present: what a meeting of many is discounted by. */
const countPresent = `
UNWIND $eventIds AS id
MATCH (e:Event {id: id})
USING INDEX SEEK e:Event(id)
SET e.recorded = COUNT { MATCH (e)<-[r:ON_ROSTER]-() WHERE r.present }, e.ownRecorded = COUNT { MATCH (e)<-[r:ON_OWN_ROSTER]-() WHERE r.present }`;

/** Rebuilds the places of these participants at these events on both rosters. `made`: the facts that were not there before. */
export async function projectRosters(
  tx: WriteTransaction,
  touched: readonly RosterPair[],
  made: ReadonlySet<string> = new Set(),
): Promise<void> {
  if (touched.length === 0) return;
  const rosters = await touchedRosters(tx, touched);
  const held = (await tx.run(rolesHeld, { rosters })) as unknown as Holder[];
  // Who is there by new facts alone had no place before: none is looked for.
  const fresh = new Set(held.filter((row) => row.held.every(({ factId }) => made.has(factId))).map(keyOf));
  const pairs = rosters.flatMap(({ eventId, participantIds }) => participantIds.map((participantId) => ({ participantId, eventId })));
  const old = pairs.filter((pair) => !fresh.has(keyOf(pair)));
  if (old.length > 0) await tx.run(clear, { pairs: old });
  await tx.run(place, { rows: held.flatMap(placesOf) });
  await tx.run(countPresent, { eventIds: rosters.map(({ eventId }) => eventId) });
}

/** Which participants' places on which rosters are touched: at the event itself and at every event above it. */
async function touchedRosters(tx: WriteTransaction, touched: readonly RosterPair[]) {
  const byEvent = groupBy(touched, ({ eventId }) => eventId);
  const rosters = new Map<string, Set<string>>();
  for (const { id, above } of await tx.run(eventsAbove, { eventIds: [...byEvent.keys()] })) {
    const participants = rosters.get(String(above)) ?? new Set();
    for (const { participantId } of byEvent.get(String(id)) ?? []) participants.add(participantId);
    rosters.set(String(above), participants);
  }
  return [...rosters].map(([eventId, participants]) => ({ eventId, participantIds: [...participants] }));
}

const keyOf = ({ participantId, eventId }: RosterPair): string => `${participantId} ${eventId}`;

type Held = { factId: string; role: EventRole; printedOrder: number | null; own: boolean };
type Holder = RosterPair & { nameKey: string; date: string; held: readonly Held[] };

/** The same place on both rosters, unless some is held in a part of the event only. */
function placesOf(holder: Holder) {
  const own = holder.held.filter((role) => role.own);
  if (own.length === holder.held.length) return [{ rosters: ['ON_ROSTER', 'ON_OWN_ROSTER'], place: placeOf(holder) }];
  const places = [{ rosters: ['ON_ROSTER'], place: placeOf(holder) }];
  return own.length > 0 ? [...places, { rosters: ['ON_OWN_ROSTER'], place: placeOf({ ...holder, held: own }) }] : places;
}

/** One place on a roster. Every key ends in the name key, and so in the participant's id. */
function placeOf({ participantId, nameKey, eventId, date, held }: Holder) {
  const roles = [...new Set(held.map((row) => row.role))].sort((a, b) => ranks.indexOf(a) - ranks.indexOf(b));
  const present = roles.some((role) => eventRoles[role].present);
  const rank = Math.min(...roles.filter((role) => eventRoles[role].present === present).map((role) => ranks.indexOf(role)));
  return {
    participantId,
    eventId,
    factIds: held.map((row) => row.factId).sort(),
    roles,
    present,
    date,
    nameKey,
    roleKey: `${present ? 0 : 1}${String(rank).padStart(2, '0')}|${nameKey}`,
    printedKey: `${printedPlace(held)}|${nameKey}`,
  };
}

/** An event's own list comes before the lists of its parts; who stands on none comes last. */
function printedPlace(held: readonly Held[]): string {
  const places = held.flatMap(({ printedOrder, own }) =>
    printedOrder === null ? [] : [`${own ? 0 : 1}${String(printedOrder).padStart(6, '0')}`],
  );
  return places.sort()[0] ?? '~';
}
