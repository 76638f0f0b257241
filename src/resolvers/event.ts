import { readDate } from '../domain/read-date.ts';
import { entityFields, linksOf, participationsInEvent } from './entity-fields.ts';

/** Fields of `Event` that are ours. */
export const event = {
  ...entityFields,
  date: readDate,
  organisers: linksOf('ORGANISING', 'subject'),
  places: linksOf('LOCATION', 'located'),
  milestones: linksOf('MILESTONE', 'event'),
  participations: participationsInEvent,
};
