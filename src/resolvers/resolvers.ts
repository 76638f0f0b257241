import { entityFields, eventsAt, linksOf } from './entity-fields.ts';
import { entityPages } from './entity-pages.ts';
import { event } from './event.ts';
import { eventSeries } from './event-series.ts';
import { factNodes } from './fact-nodes.ts';
import { credit, location, milestone, organising, participation } from './link.ts';
import { lookUps } from './look-ups.ts';
import { organisation } from './organisation.ts';
import { pageEdges } from './page-edges.ts';
import { person } from './person.ts';
import { questionResolvers } from './question-resolvers.ts';
import { source } from './source.ts';

const work = { ...entityFields, credits: linksOf('CREDIT', 'work'), milestones: linksOf('MILESTONE', 'subject') };
const project = { ...entityFields, organisers: linksOf('ORGANISING', 'subject'), milestones: linksOf('MILESTONE', 'subject') };
const place = {
  ...entityFields,
  events: eventsAt({ kinds: ['LOCATION'], parts: ['location'], types: ['HELD_AT'], eventsOnceBy: 'HELD_AT' }, 'located'),
};

const entityTypes = {
  Person: person,
  Organisation: organisation,
  EventSeries: eventSeries,
  Event: event,
  Honour: entityFields,
  Work: work,
  Project: project,
  Place: place,
  Source: source,
};
const linkTypes = { Participation: participation, Credit: credit, Milestone: milestone, Organising: organising, Location: location };

/** Every resolver of ours, by type and field. */
export const resolvers = {
  ...questionResolvers,
  ...pageEdges,
  ...entityTypes,
  ...factNodes,
  ...linkTypes,
  Query: { ...lookUps, ...entityPages, ...questionResolvers.Query },
};
