import type { GraphQLResolveInfo } from 'graphql';
import type { RosterEntryRow, RosterPart } from '../database/queries/load-roster.ts';
import { cardAsked } from './cards-asked.ts';
import type { GraphContext } from './context.ts';
import { askedBelow, fieldsAsked } from './fields-asked.ts';

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
  evidence: ({ factId }: { factId: string }, _args: unknown, { loaders }: GraphContext) => loaders.evidenceByFact.load(factId),
};

/** What a question takes of a roster's entries. */
export function rosterAsked(info: GraphQLResolveInfo, { propertiesAsked }: GraphContext): RosterPart {
  const entry = askedBelow(info, ['entries', 'edges', 'node']);
  const at = (...path: string[]) => askedBelow(entry, path);
  const participant = [
    ...cardAsked(at('participant')),
    ...(propertiesAsked(at('person'), 'Person') ?? []),
    ...(propertiesAsked(at('organisation'), 'Organisation') ?? []),
  ];
  const standsFor = fieldsAsked(at('roles')).some(({ name }) => name.value === 'onBehalfOf');
  const roles = { event: cardAsked(at('roles', 'event')), onBehalfOf: standsFor ? cardAsked(at('roles', 'onBehalfOf')) : undefined };
  return { participant: [...new Set(participant)], roles };
}
