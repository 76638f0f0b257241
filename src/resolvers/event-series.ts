import { entityFields, eventsAt, linksOf } from './entity-fields.ts';

/** Fields of `EventSeries` that are ours. */
export const eventSeries = {
  ...entityFields,
  credits: linksOf('CREDIT', 'work'),
  editions: eventsAt({ kinds: ['EDITION_OF'], parts: ['series'] }, 'event'),
};
