import type { GraphQLResolveInfo } from 'graphql';
import type { RosterEntryRow } from '../database/queries/load-roster.ts';
import type { GraphContext } from './context.ts';

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
