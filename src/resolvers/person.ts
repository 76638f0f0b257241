import { entityFields, linksOf, participationsAt } from './entity-fields.ts';

/** Fields of `Person` that are ours. */
export const person = { ...entityFields, credits: linksOf('CREDIT', 'credited'), participations: participationsAt('participant') };
