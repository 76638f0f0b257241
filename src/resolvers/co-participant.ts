import type { CoParticipant, WeightShare } from '../domain/meetings/rank-co-participants.ts';
import { pageSize } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import type { CoParticipantArguments } from './questions/co-participants.ts';
import { loadRolesHeld } from './questions/load-roles-held.ts';

type Row = CoParticipant & { readonly asked: CoParticipantArguments };
interface Sized {
  readonly first?: number | null;
}

const sharesOf = ({ shares }: Row, { first }: Sized): readonly WeightShare[] => shares.slice(0, pageSize(first, 3));

/** Fields of `CoParticipant`: what the weight rests on is read only where it is asked for. */
export const coParticipant = {
  participant: ({ participantId }: Row, _args: unknown, { loaders }: GraphContext) => loaders.cardById.load(participantId),
  sharedEvents: ({ shares }: Row) => shares.length,
  events: (row: Row, args: Sized, { loaders }: GraphContext) =>
    Promise.all(sharesOf(row, args).map(({ eventId }) => loaders.cardById.load(eventId))),
  shares: (row: Row, args: Sized) =>
    sharesOf(row, args).map((share) => ({ ...share, asked: row.asked, participantIds: [row.asked.participantId, row.participantId] })),
};

type ShareRow = WeightShare & { readonly asked: CoParticipantArguments; readonly participantIds: readonly string[] };

/** Fields of `WeightShare`. */
export const weightShare = {
  event: ({ eventId }: ShareRow, _args: unknown, { loaders }: GraphContext) => loaders.cardById.load(eventId),
  participants: ({ eventId, participantIds, asked }: ShareRow, _args: unknown, context: GraphContext) =>
    Promise.all(participantIds.map((id) => loadRolesHeld(context, eventId, id, asked))),
};
