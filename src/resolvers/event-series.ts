import { entityFields, eventsAt, linksOf } from './entity-fields.ts';

/** Fields of `EventSeries` that are ours. */
export const eventSeries = {
  ...entityFields,
  credits: linksOf('CREDIT', 'work'),
  editions: eventsAt({ kind: 'EDITION_OF', part: 'series', other: 'event' }),
};
