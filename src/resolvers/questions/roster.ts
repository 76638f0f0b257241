import type { GraphQLResolveInfo } from 'graphql';
import { countRoster, loadRoster, type RosterEntryRow, type RosterFilter, type RosterOrder } from '../../database/queries/load-roster.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { NotFoundError } from '../../domain/errors.ts';
import { toPage } from '../../domain/to-page.ts';
import type { EntityKind, EventRole } from '../../domain/vocabulary.ts';
import { checkKind, labelsOf, pageSize } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { rosterAsked } from '../roster-entry.ts';

interface RosterArguments {
  readonly eventId: string;
  readonly includeSubEvents?: boolean | null;
  readonly roles?: readonly EventRole[] | null;
  readonly participantKinds?: readonly EntityKind[] | null;
  readonly orderBy?: RosterOrder | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.roster`: who took part in an event, each once, at the highest role. */
export async function roster(_root: unknown, args: RosterArguments, context: GraphContext, info: GraphQLResolveInfo) {
  checkKind('eventId', args.eventId, ['EVENT']);
  const filter = {
    eventId: args.eventId,
    includeSubEvents: args.includeSubEvents ?? true,
    roles: args.roles,
    labels: labelsOf(args.participantKinds),
  };
  const [first, [after]] = [pageSize(args.first, 50), decodeCursor(args.after) ?? []];
  const page = { after: after === undefined ? undefined : String(after), limit: first + 1 };
  const found = await loadRoster(context.database, filter, args.orderBy ?? 'ROLE_THEN_NAME', page, rosterAsked(info, context));
  if (!found) throw new NotFoundError('eventId');
  const { rows, ...head } = found;
  return { ...head, entries: pageOf(context, filter, rows, first, args.after) };
}

const pageOf = ({ database }: GraphContext, filter: RosterFilter, rows: readonly RosterEntryRow[], first: number, after?: string | null) =>
  toPage({
    rows,
    first,
    after,
    cursorOf: (row) => encodeCursor(row.key),
    nodeOf: (row) => row,
    totalCount: () => countRoster(database, filter),
  });
