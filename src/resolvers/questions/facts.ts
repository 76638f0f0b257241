import type { GraphQLResolveInfo } from 'graphql';
import { countFacts, type FactFilter, findFacts } from '../../database/queries/find-facts.ts';
import { findHidden } from '../../database/queries/find-hidden.ts';
import { decodeCursor, encodeCursor } from '../../domain/cursors.ts';
import { BadInputError } from '../../domain/errors.ts';
import { toPage } from '../../domain/to-page.ts';
import { pageSize, requireEntities, requireEntity } from '../ask-question.ts';
import type { GraphContext } from '../context.ts';
import { evidenceBelow } from '../evidence.ts';
import { loadFactList } from './load-fact-list.ts';

interface FactsArguments {
  readonly filter?: FactFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** `Query.facts`: facts in the order of their sources' lines. */
export async function facts(_root: unknown, { filter, ...page }: FactsArguments, context: GraphContext, info: GraphQLResolveInfo) {
  const wanted = filter ?? {};
  if (wanted.lines && !wanted.sourceId) throw new BadInputError('filter.lines', 'needs sourceId.');
  if (wanted.lines && wanted.lines.to < wanted.lines.from) throw new BadInputError('filter.lines', 'the span ends before it starts.');
  const [shown] = await Promise.all([
    factPage(context, wanted, page, info),
    requireNamed(context, wanted),
    wanted.sourceId && requireEntity(context, 'filter.sourceId', wanted.sourceId, ['SOURCE']),
  ]);
  return shown;
}

/** Withdrawn facts can speak of entities that are hidden by now. */
async function requireNamed(context: GraphContext, { entityIds, includeWithdrawn }: FactFilter): Promise<void> {
  const hidden = includeWithdrawn ? await findHidden(context.database, entityIds ?? []) : [];
  const living = (entityIds ?? []).filter((id) => !hidden.includes(id));
  await requireEntities(context, 'filter.entityIds', living);
}

async function factPage(context: GraphContext, filter: FactFilter, page: Omit<FactsArguments, 'filter'>, info: GraphQLResolveInfo) {
  const first = pageSize(page.first, 50);
  const [after] = decodeCursor(page.after) ?? [];
  const keys = await findFacts(context.database, filter, { after: after === undefined ? undefined : String(after), limit: first + 1 });
  return toPage({
    rows: await loadFactList(context, keys, evidenceBelow(info, context, 'edges', 'node')),
    first,
    after: page.after,
    cursorOf: (row) => encodeCursor(row.key),
    nodeOf: (row) => row.fact,
    totalCount: () => countFacts(context.database, filter),
  });
}
