import { countSharedEvents, findSharedEvents, type SharedEventRow } from '../../database/queries/find-shared-events.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { BadInputError } from '../../domain/errors.ts';
import { toPage } from '../../domain/to-page.ts';
import { pageSize, requireEntities } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { checkMeetings, type MeetingCriteria } from './check-meetings.ts';
import { loadRolesHeld } from './load-roles-held.ts';

interface SharedEventsArguments extends MeetingCriteria {
  readonly participantIds: readonly string[];
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.sharedEvents`: the events at which all of some participants took part, with the roles of each. */
export async function sharedEvents(_root: unknown, args: SharedEventsArguments, context: GraphContext) {
  checkParticipants(args.participantIds);
  checkMeetings(args);
  const first = pageSize(args.first, 20);
  const after = decodeCursor(args.after, 2)?.map(String) as [string, string] | undefined;
  const [, rows] = await Promise.all([
    requireEntities(context, 'participantIds', args.participantIds, ['PERSON', 'ORGANISATION']),
    findSharedEvents(context.database, args, { after, limit: first + 1 }),
  ]);
  return toPage({
    rows: await fill(context, args, rows),
    first,
    after: args.after,
    cursorOf: (row) => encodeCursor(row.key, row.eventId),
    nodeOf: (row) => row,
    totalCount: () => countSharedEvents(context.database, args),
  });
}

function checkParticipants(ids: readonly string[]): void {
  if (ids.length < 2 || ids.length > 20) throw new BadInputError('participantIds', `must name 2 to 20 participants, not ${ids.length}.`);
  if (new Set(ids).size < ids.length) throw new BadInputError('participantIds', 'names a participant twice.');
}

/** Adds the cards and roles that a page shows. */
const fill = (context: GraphContext, { participantIds, roles }: SharedEventsArguments, rows: readonly SharedEventRow[]) =>
  Promise.all(
    rows.map(async (row) => {
      const [event, participants] = await Promise.all([
        context.loaders.cardById.load(row.eventId),
        Promise.all(participantIds.map((id) => loadRolesHeld(context, row.eventId, id, { roles }))),
      ]);
      return { ...row, event, participants };
    }),
  );
