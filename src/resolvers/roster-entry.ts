import type { GraphQLResolveInfo } from 'graphql';
import type { RosterEntryRow, RosterPart } from '../database/queries/load-roster.ts';
import { cardAsked } from './cards-asked.ts';
import type { GraphContext } from './context.ts';
import { evidenceBelow, evidenceOfFact } from './evidence.ts';
import { askedBelow, fieldsAsked } from './fields-asked.ts';
import { keptPerPlace } from './kept-per-place.ts';

type Participant = Pick<RosterEntryRow, 'participant'>;

/** Fields of `RosterEntry`: from a participant one goes on as the person or the organisation it is. */
export const rosterEntry = {
  person: ({ participant }: Participant, _args: unknown, { nodes }: GraphContext, info: GraphQLResolveInfo) =>
    participant.id.startsWith('person:') ? nodes.load(info, 'Person', participant.id, participant) : null,
  organisation: ({ participant }: Participant, _args: unknown, { nodes }: GraphContext, info: GraphQLResolveInfo) =>
    participant.id.startsWith('organisation:') ? nodes.load(info, 'Organisation', participant.id, participant) : null,
};

/** Fields of `RoleHeld`. */
export const roleHeld = {
  evidence: evidenceOfFact,
};

const keep = keptPerPlace<RosterPart>();

/** What a question takes of a roster's entries. */
export const rosterAsked = (info: GraphQLResolveInfo, context: GraphContext): RosterPart =>
  keep(info, '', () => readRosterPart(info, context));

function readRosterPart(info: GraphQLResolveInfo, context: GraphContext): RosterPart {
  const { propertiesAsked } = context;
  const entry = askedBelow(info, ['entries', 'edges', 'node']);
  const at = (...path: string[]) => askedBelow(entry, path);
  const participant = [
    ...cardAsked(at('participant')),
    ...(propertiesAsked(at('person'), 'Person') ?? []),
    ...(propertiesAsked(at('organisation'), 'Organisation') ?? []),
  ];
  const standsFor = fieldsAsked(at('roles')).some(({ name }) => name.value === 'onBehalfOf');
  const roles = {
    event: cardAsked(at('roles', 'event')),
    onBehalfOf: standsFor ? cardAsked(at('roles', 'onBehalfOf')) : undefined,
    evidence: evidenceBelow(info, context, 'entries', 'edges', 'node', 'roles'),
  };
  return { participant: [...new Set(participant)], roles };
}
