import { entityFields, linksOf, participationsOfOne } from './entity-fields.ts';

/** Fields of `Person` that are ours. */
export const person = { ...entityFields, credits: linksOf('CREDIT', 'credited'), participations: participationsOfOne };
