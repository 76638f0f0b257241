import type { RosterType } from './find-participants.ts';

/** Finds a participant's place on a roster by its key, which the name's key ends: between two ends, all that either is tied to would be walked. */
export const matchPlace = (
  place: string,
  roster: RosterType,
  eventId: string,
  nameKey: string,
): string => `MATCH ()-[${place}:${roster}]->()
  USING INDEX ${place}:${roster}(eventId, nameKey)
  WHERE ${place}.eventId = ${eventId} AND ${place}.nameKey = ${nameKey}`;

/** Goes on with each participation `h` that a place on a roster tells of, and its event `e`. */
export const matchRolesAt = (place: string): string => `UNWIND ${place}.factIds AS factId
  MATCH ()-[h:PARTICIPATED_IN]->(e:Event)
  USING INDEX h:PARTICIPATED_IN(factId)
  WHERE h.factId = factId`;
