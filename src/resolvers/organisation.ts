import { entityFields, linksOf, nodesAt, participationsAt } from './entity-fields.ts';

/** Fields of `Organisation` that are ours. */
export const organisation = {
  ...entityFields,
  places: linksOf('LOCATION', 'located'),
  credits: linksOf('CREDIT', 'credited'),
  milestones: linksOf('MILESTONE', 'subject'),
  participations: participationsAt('participant'),
  positions: nodesAt('POSITION', 'organisation'),
  agreements: nodesAt('AGREEMENT', 'parties'),
  memberships: nodesAt('MEMBERSHIP', 'member', 'body'),
};
