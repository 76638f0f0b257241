import type { GraphQLResolveInfo } from 'graphql';
import type { AskedFact } from '../database/queries/asked-fact.ts';
import type { FactRow } from '../database/queries/fact-row.ts';
import { labelOfId } from '../domain/ids.ts';
import { dateOfFact } from '../domain/read-date.ts';
import type { EntityLabel } from '../domain/vocabulary.ts';
import type { GraphContext } from './context.ts';
import { evidenceField } from './fact-fields.ts';
import { takes } from './facts-asked.ts';

/** A stored property of a relationship fact. */
const property = (name: string) => takes({ property: name }, (fact: AskedFact) => fact.properties[name] ?? null);

const entityAt = (fact: AskedFact, part: string) => fact.ends.find((end) => end.part === part)?.entity;

/** The entity at an end, in short. */
const card = (part: string) => takes({ end: part }, (fact: AskedFact) => entityAt(fact, part));

/** The entity at an end, if it is of the type, filled by the library. */
const node = (type: EntityLabel, part: string) =>
  takes({ end: part, type }, (fact: AskedFact, _: unknown, context: GraphContext, info: GraphQLResolveInfo) => {
    const entity = entityAt(fact, part);
    return entity && labelOfId(entity.id) === type ? context.nodes.load(info, type, entity.id, entity) : null;
  });

const common = { ...evidenceField, roleText: property('roleText') };
const typed = { ...common, kind: takes({ property: 'factType' }, (fact: AskedFact) => fact.factType) };

/** Fields of `Participation`. */
export const participation = {
  ...common,
  role: property('role'),
  capacity: property('capacity'),
  onBehalfOf: card('onBehalfOf'),
  participant: card('participant'),
  person: node('Person', 'participant'),
  organisation: node('Organisation', 'participant'),
  event: node('Event', 'event'),
};

/** Fields of `Credit`. Ownership is stored without a role word. */
export const credit = {
  ...typed,
  role: takes(
    { property: ['role', 'factType'] },
    (fact: AskedFact) => fact.properties.role ?? (fact.factType === 'OWNED_BY' ? 'OWNER' : null),
  ),
  capacity: property('capacity'),
  subject: card('work'),
  work: node('Work', 'work'),
  credited: card('credited'),
  person: node('Person', 'credited'),
  organisation: node('Organisation', 'credited'),
};

/** Fields of `Milestone`. */
export const milestone = {
  ...typed,
  date: (fact: FactRow) => dateOfFact(fact.properties, fact.ends),
  subject: card('subject'),
  work: node('Work', 'subject'),
  project: node('Project', 'subject'),
  organisation: node('Organisation', 'subject'),
  event: node('Event', 'event'),
};

/** Fields of `Organising`. */
export const organising = {
  ...typed,
  role: property('role'),
  subject: card('subject'),
  organiser: card('organiser'),
  organisation: node('Organisation', 'organiser'),
  project: node('Project', 'organiser'),
};

/** Fields of `Location`. */
export const location = {
  ...typed,
  phase: property('phase'),
  located: card('located'),
  location: card('location'),
  place: node('Place', 'location'),
  organisation: node('Organisation', 'location'),
};
