import type { GraphQLResolveInfo } from 'graphql';
import { countEntities, type EntityFilter, type EntityOrder, listEntities } from '../database/queries/list-entities.ts';
import { decodeCursor, encodeCursor } from '../domain/cursors.ts';
import { toPage } from '../domain/to-page.ts';
import { type EntityKind, entityKinds } from '../domain/vocabulary.ts';
import { checkPhrase, checkRange, pageSize, requireEntities } from './ask-question.ts';
import type { GraphContext } from './context.ts';
import { askedBelow } from './fields-asked.ts';
import type { PageArguments } from './page-of-facts.ts';
import { findHits } from './questions/find-hits.ts';

type Conditions = EntityFilter & { readonly text?: string | null };
type EntityPageArguments = PageArguments & { readonly filter?: Conditions | null; readonly orderBy?: EntityOrder | null };

const USUAL = 20;

/** A page of the entities of a kind. Errors: NOT_FOUND and BAD_USER_INPUT for the filter's ids. */
const entityPage =
  (kind: EntityKind) => async (_root: unknown, args: EntityPageArguments, context: GraphContext, info: GraphQLResolveInfo) => {
    const [first, order] = [pageSize(args.first, USUAL), args.orderBy ?? 'NAME'];
    const after = decodeCursor(args.after, 2)?.map(String) as [string, string] | undefined;
    await checkConditions(kind, args.filter ?? {}, context);
    const filter = await filterOf(kind, args.filter ?? {}, context);
    const properties = context.propertiesAsked(askedBelow(info, ['edges', 'node']), entityKinds[kind].label);
    const rows = await listEntities(context.database, kind, filter, order, { after, limit: first + 1 }, properties ?? []);
    const totalCount = () => countEntities(context.database, kind, filter);
    return toPage({
      rows,
      first,
      after: args.after,
      cursorOf: (row) => encodeCursor(row.key, row.entity.id),
      nodeOf: ({ entity }) => ({ id: entity.id, known: entity }),
      totalCount,
    });
  };

const kindOfTie = {
  placeId: 'PLACE',
  organisationId: 'ORGANISATION',
  eventId: 'EVENT',
  seriesId: 'EVENT_SERIES',
  sourceId: 'SOURCE',
} as const;

async function checkConditions(kind: EntityKind, filter: Conditions, context: GraphContext): Promise<void> {
  checkRange(filter.from, filter.to, 'filter.to');
  checkPhrase('filter.text', filter.text ?? '', context.limits);
  const ties = Object.entries(kindOfTie) as [keyof typeof kindOfTie, EntityKind][];
  await Promise.all([
    requireEntities(context, 'filter.ids', filter.ids ?? [], [kind]),
    ...ties.map(([name, tied]) => requireEntities(context, `filter.${name}`, [filter[name] ?? []].flat(), [tied])),
  ]);
}

/** A text is looked up as in search; what it finds narrows the ids. */
async function filterOf(kind: EntityKind, { text, ...filter }: Conditions, context: GraphContext): Promise<EntityFilter> {
  if (!text) return filter;
  const found = ((await findHits(context, [text], [kind], false))[0] ?? []).map((hit) => hit.entity.id);
  return { ...filter, ids: filter.ids ? found.filter((id) => filter.ids?.includes(id)) : found };
}

/** `Query.people`, `Query.organisations`, …; agreements are a question of their own. */
export const entityPages = {
  people: entityPage('PERSON'),
  organisations: entityPage('ORGANISATION'),
  eventSeries: entityPage('EVENT_SERIES'),
  events: entityPage('EVENT'),
  works: entityPage('WORK'),
  projects: entityPage('PROJECT'),
  honours: entityPage('HONOUR'),
  places: entityPage('PLACE'),
  sources: entityPage('SOURCE'),
};
