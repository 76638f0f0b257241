import { type EntityKind, entityKinds } from '../../domain/vocabulary.ts';
import type { Database } from '../connect.ts';
import { type AskedCard, askedCard, askedNames } from './card-row.ts';
import { type DayRange, inRange } from './date-bounds.ts';
import { valuesOf } from './named-values.ts';
import { type Statement, where } from './statement.ts';

/** Which entities of a kind; all given conditions hold together. */
export interface EntityFilter extends DayRange {
  readonly ids?: readonly string[] | null;
  readonly kinds?: readonly string[] | null;
  readonly placeId?: string | null;
  readonly organisationId?: string | null;
  readonly eventId?: string | null;
  readonly seriesId?: string | null;
  readonly sourceId?: string | null;
}

export type EntityOrder = 'NAME' | 'DATE';

/** An entity with what was asked of it, and its place in the list's order. */
export interface ListedEntity {
  readonly key: string;
  readonly entity: AskedCard;
}

// Newest first with undated last, in one descending key: nothing sorts below the empty text. All that can be listed so bear a date or `~`.
const dateKey = "coalesce(nullIf(e.dateKey, '~'), '')";

/** The entities of a kind with these properties, by name or newest first. Shape: at most `limit`, beyond the keys `after`. */
export async function listEntities(
  database: Database,
  kind: EntityKind,
  filter: EntityFilter,
  order: EntityOrder,
  page: Page,
  names: readonly string[],
): Promise<ListedEntity[]> {
  const { cypher, params } = buildEntityPage(kind, filter, order, page);
  const rows = await database.read(cypher, { ...params, names: askedNames(names) });
  return rows.map(({ key, entity }) => ({ key: key as string, entity: askedCard(names, entity as unknown[]) as AskedCard }));
}

/** How many entities of a kind a filter asks for. */
export async function countEntities(database: Database, kind: EntityKind, filter: EntityFilter): Promise<number> {
  const { cypher, params } = buildEntityMatch(kind, filter);
  const [row] = await database.read(`${cypher}\nRETURN count(e) AS total`, params);
  return Number(row?.total ?? 0);
}

interface Page {
  readonly after?: readonly [string, string] | undefined;
  readonly limit: number;
}

/** The statement for a page. */
export function buildEntityPage(kind: EntityKind, filter: EntityFilter, order: EntityOrder, page: Page): Statement {
  const { after, limit } = page;
  const [build, sorted] =
    order === 'NAME' ? [byName, 'ORDER BY key'] : [isWalked(filter) ? byDate : byDateSorted, 'ORDER BY key DESC, e.id'];
  const { cypher, params } = build(kind, filter, page);
  return {
    cypher: `${cypher}
WITH e, key ${sorted} LIMIT $limit
RETURN key, ${valuesOf('e', '$names')} AS entity ${sorted}`,
    params: { ...params, limit, ...(after && { afterKey: after[0], afterId: after[1] }) },
  };
}

// Without a tie to start at, the range makes the planner walk the names' index in order.
function byName(kind: EntityKind, filter: EntityFilter, { after }: Page): Statement {
  const { cypher, params } = buildEntityMatch(kind, filter, 'e.nameKey IS NOT NULL', after && 'e.nameKey > $afterKey');
  return { cypher: `${cypher}\nWITH e, e.nameKey AS key`, params };
}

function byDateSorted(kind: EntityKind, filter: EntityFilter, { after }: Page): Statement {
  const beyond = `(${dateKey} < $afterKey OR (${dateKey} = $afterKey AND e.id > $afterId))`;
  const { cypher, params } = buildEntityMatch(kind, filter, after && beyond);
  return { cypher: `${cypher}\nWITH e, ${dateKey} AS key`, params };
}

/** Whether nothing is told by which to begin: then a page is walked, from the newest on, and those apart that are undated. */
const isWalked = ({ ids, ...filter }: EntityFilter): boolean => !ids && !tieNames.some((name) => filter[name]);

function byDate(kind: EntityKind, filter: EntityFilter, { after }: Page): Statement {
  const beyond = after && 'e.dateKey <= $afterKey AND (e.dateKey < $afterKey OR e.id > $afterId)';
  const dated = buildEntityMatch(kind, filter, "e.dateKey < '~' AND e.id IS NOT NULL", beyond);
  const undated = buildEntityMatch(kind, filter, "e.dateKey = '~' AND e.id > $undatedAfter");
  return {
    cypher: `CALL () {
${dated.cypher}
WITH e ORDER BY e.dateKey DESC, e.id LIMIT $limit
RETURN e, e.dateKey AS key
UNION ALL
${undated.cypher}
WITH e ORDER BY e.dateKey, e.id LIMIT $limit
RETURN e, '' AS key
}`,
    // Of undated ones the key is empty, below every date.
    params: { ...dated.params, undatedAfter: after?.[0] === '' ? after[1] : '' },
  };
}

function buildEntityMatch(kind: EntityKind, filter: EntityFilter, ...more: readonly (string | undefined)[]): Statement {
  const { label } = entityKinds[kind];
  const own = kind === 'PERSON' ? 'any(word IN e.kinds WHERE word IN $kinds)' : 'e.kind IN $kinds';
  const firstDay = "nullIf(e.dateKey, '~')";
  const tied = tieNames.filter((name) => filter[name]);
  const anchor = filter.ids ? undefined : tied[0];
  const conditions = where(
    ...more,
    filter.ids && 'e.id IN $ids',
    filter.kinds && own,
    ...tied.filter((name) => name !== anchor).map((name) => `(${ties[name].map((pattern) => `EXISTS { ${pattern} }`).join(' OR ')})`),
    ...inRange(firstDay, `coalesce(e.dateEnd, ${firstDay})`, filter),
  );
  const params = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined));
  // Ids are kept in one index for all kinds.
  const start = anchor ? startAt(ties[anchor], label) : `MATCH (e:${filter.ids ? 'Entity:' : ''}${label})`;
  return { cypher: `${start}\n${conditions}`, params };
}

/** Whatever is tied, found from the tie's other end: the cost follows what is tied, not all of a kind. */
const startAt = (patterns: readonly string[], label: string): string =>
  `CALL () {\n${patterns.map((pattern) => `  ${pattern.replaceAll('(e)', `(e:${label})`)} RETURN e`).join('\n  UNION\n')}\n}\nWITH DISTINCT e`;

const tiedTo = (pattern: string): string => `MATCH (e)<-[:END]-(:Fact)-[:END]->${pattern}`;

/** A tie is a fact; who took part in a sub-event stands on its parents' rosters too. The tie that reaches fewest is tried first. */
const ties = {
  eventId: ['MATCH (e)-[:ON_ROSTER]->(:Event {id: $eventId})', tiedTo('(:Event {id: $eventId})')],
  organisationId: [tiedTo('(:Organisation {id: $organisationId})')],
  placeId: [tiedTo('(:Place {id: $placeId})'), tiedTo('(:Place)-[:LOCATED_IN*1..4]->(:Place {id: $placeId})')],
  seriesId: [
    'MATCH (e)-[:EDITION_OF]->(:EventSeries {id: $seriesId})',
    'MATCH (e)-[:PART_OF*1..8]->(:Event)-[:EDITION_OF]->(:EventSeries {id: $seriesId})',
    'MATCH (e)-[:ON_ROSTER]->(:Event)-[:EDITION_OF]->(:EventSeries {id: $seriesId})',
    tiedTo('(:EventSeries {id: $seriesId})'),
  ],
  sourceId: ['MATCH (v:Evidence {sourceId: $sourceId}) WHERE v.withdrawnAt IS NULL MATCH (f:Fact {factId: v.factId})-[:END]->(e)'],
} as const satisfies Partial<Record<keyof EntityFilter, readonly string[]>>;
const tieNames = Object.keys(ties) as (keyof typeof ties)[];
