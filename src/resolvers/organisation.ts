import { entityFields, linksOf, nodesAt, participationsOfOne } from './entity-fields.ts';

/** Fields of `Organisation` that are ours. */
export const organisation = {
  ...entityFields,
  places: linksOf('LOCATION', 'located'),
  credits: linksOf('CREDIT', 'credited'),
  milestones: linksOf('MILESTONE', 'subject'),
  participations: participationsOfOne,
  positions: nodesAt('POSITION', 'organisation'),
  agreements: nodesAt('AGREEMENT', 'parties'),
  memberships: nodesAt('MEMBERSHIP', 'member', 'body'),
};
