import { findMetEvents, type MeetingScope } from '../../database/queries/find-met-events.ts';
import { TooBroadError } from '../../domain/errors.ts';
import { kindOfId } from '../../domain/ids.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { selectEvents } from '../../domain/meetings/select-events.ts';
import { checkPairs } from '../../domain/meetings/sum-ties.ts';
import type { GraphContext } from '../context.ts';
import type { NetworkArguments } from './check-network.ts';
import { loadMeetings } from './load-meetings.ts';

const MOST_EVENTS = 5_000;

/** What a network that is too broad is told. */
export const narrowing = { argument: 'scope', advice: 'Narrow it by from, to or roles, or choose a smaller scope.' };

/**
 * The meetings of a scope, with participants of the kinds asked for.
 * Errors: TOO_BROAD for more events, places on rosters or pairs than one answer can weigh.
 */
export async function findNetworkMeetings(
  context: GraphContext,
  scope: MeetingScope,
  args: NetworkArguments,
): Promise<{ meetings: Meeting[]; skipped: number }> {
  const events = await findMetEvents(context.database, scope, args, MOST_EVENTS + 1);
  if (events.filter(({ asked }) => asked).length > MOST_EVENTS)
    throw new TooBroadError(narrowing.argument, `more than ${MOST_EVENTS.toLocaleString('en')} events meet. ${narrowing.advice}`);
  const selection = selectEvents(events, narrowing);
  const among = 'participantIds' in scope && scope.among ? scope.participantIds : undefined;
  const meetings = (await loadMeetings(context, selection, args, among)).map(({ places, ...meeting }) => ({
    ...meeting,
    places: places.filter(({ participantId }) => isAsked(participantId, args)),
  }));
  checkPairs(meetings, narrowing, 'participantIds' in scope && !scope.among ? new Set(scope.participantIds) : undefined);
  return { meetings, skipped: selection.skipped };
}

/** Whether a participant is of the kinds asked for. */
export const isAsked = (id: string, { participantKinds }: NetworkArguments): boolean => {
  if (!participantKinds) return true;
  const kind = kindOfId(id);
  return kind !== undefined && participantKinds.includes(kind);
};
