import type { RosterType } from './find-participants.ts';

/** Finds as `place` where the participant `p` stands on a roster: its key holds the name's, so that neither end is walked. */
export const matchPlace = (roster: RosterType, eventId: string): string => `MATCH ()-[place:${roster}]->()
  USING INDEX place:${roster}(eventId, nameKey)
  WHERE place.eventId = ${eventId} AND place.nameKey = p.nameKey`;

/** Goes on with each participation `h` that a place on a roster tells of, and its event `e`. */
export const matchRolesAt = (place: string): string => `UNWIND ${place}.factIds AS factId
  MATCH ()-[h:PARTICIPATED_IN]->(e:Event)
  USING INDEX h:PARTICIPATED_IN(factId)
  WHERE h.factId = factId`;
