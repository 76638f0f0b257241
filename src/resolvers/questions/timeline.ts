import type { GraphQLResolveInfo } from 'graphql';
import { countTimeline, findTimeline, type TimelineFilter } from '../../database/queries/find-timeline.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { toPage } from '../../domain/to-page.ts';
import { checkRange, pageSize, requireEntities } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { evidenceBelow } from '../evidence.ts';
import { loadFactList } from './load-fact-list.ts';

interface TimelineArguments extends TimelineFilter {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.timeline`: the facts about some entities by date, undated ones last. */
export async function timeline(_root: unknown, args: TimelineArguments, context: GraphContext, info: GraphQLResolveInfo) {
  checkRange(args.from, args.to);
  const first = pageSize(args.first, 50);
  const after = decodeCursor(args.after, 2)?.map(String) as [string, string] | undefined;
  const [keys] = await Promise.all([
    findTimeline(context.database, args, { after, limit: first + 1 }),
    requireEntities(context, 'entityIds', args.entityIds),
  ]);
  return toPage({
    rows: await loadFactList(context, keys, evidenceBelow(info, context, 'edges', 'node')),
    first,
    after: args.after,
    cursorOf: (row) => encodeCursor(row.dateKey, row.factId),
    nodeOf: (row) => row.fact,
    totalCount: () => countTimeline(context.database, args),
  });
}
