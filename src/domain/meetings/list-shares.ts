import { groupBy } from '../group-by.ts';
import type { Meeting, Place } from './meeting.ts';

/** One event that two participants share. */
export interface Share {
  readonly meeting: Meeting;
  readonly a: Place;
  readonly b: Place;
}

/**
 * Every event that two participants share, once for each pair, in the order of the events' ids.
 * An event is no meeting of two who stand together on the roster of a part of it, unless both hold a role at the event itself.
 * Given `of`, only pairs with one of these, who is then `a`.
 */
export function* listShares(meetings: readonly Meeting[], of?: ReadonlySet<string>): Generator<Share> {
  const partsOf = groupParts(meetings);
  for (const meeting of [...meetings].sort((a, b) => (a.eventId < b.eventId ? -1 : 1))) {
    if (!meeting.counts) continue;
    const metAtPart = whoMetAtParts(partsOf.get(meeting.eventId) ?? []);
    for (const [a, b] of pairsOf(meeting.places, of)) if ((a.own && b.own) || !metAtPart(a, b)) yield { meeting, a, b };
  }
}

function* pairsOf(places: readonly Place[], of?: ReadonlySet<string>): Generator<[Place, Place]> {
  const sorted = [...places].sort((a, b) => (a.participantId < b.participantId ? -1 : 1));
  for (const [index, a] of sorted.entries()) {
    if (of && !of.has(a.participantId)) continue;
    // A pair of two of them is met twice, and taken once.
    const others = of ? sorted.filter((b, other) => other > index || !of.has(b.participantId)) : sorted.slice(index + 1);
    for (const b of others) yield [a, b];
  }
}

function groupParts(meetings: readonly Meeting[]): Map<string, Meeting[]> {
  const parts = meetings.flatMap((meeting) => meeting.above.map((eventId) => ({ eventId, meeting })));
  const grouped = groupBy(parts, ({ eventId }) => eventId);
  return new Map([...grouped].map(([eventId, found]) => [eventId, found.map(({ meeting }) => meeting)]));
}

/** Says of two whether one of some parts has both on its roster. */
function whoMetAtParts(parts: readonly Meeting[]): (a: Place, b: Place) => boolean {
  const partsOf = new Map<string, Set<Meeting>>();
  for (const part of parts)
    for (const { participantId } of part.places) partsOf.set(participantId, (partsOf.get(participantId) ?? new Set()).add(part));
  return (a, b) => {
    const [ofA, ofB] = [partsOf.get(a.participantId), partsOf.get(b.participantId)];
    if (ofA && ofB) for (const part of ofA) if (ofB.has(part)) return true;
    return false;
  };
}
