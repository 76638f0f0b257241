import { z } from 'zod';
import type { FactKind } from '../../domain/facts.ts';
import type { Database } from '../connect.ts';
import type { FactRow } from './fact-row.ts';
import { livingFact, wholeFact } from './load-facts.ts';
import { type Statement, where } from './statement.ts';

/** Which of an entity's facts: of these kinds, with the entity at one of these ends. */
export interface FactsAt {
  readonly kinds?: readonly FactKind[] | null;
  readonly parts?: readonly string[] | null;
  readonly types?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
  /** By date, the newest first and undated ones last; else by the sources' lines. */
  readonly newestFirst?: boolean;
  /** Of several facts that tie one event to the entity by this relationship, only one. */
  readonly eventsOnceBy?: 'HELD_AT';
}

const row = z.object({ entityId: z.string(), nodeId: z.string().nullable(), key: z.string() });

/** A fact at an entity, the id its node bears, and its place in the list's order. */
export type FactAtRow = z.output<typeof row> & { readonly fact: FactRow };

/** The facts at each of these entities, in the order wanted. Shape: at most `limit` for each, beyond the key `after`. */
export async function findFactsAt(
  database: Database,
  entityIds: readonly string[],
  wanted: FactsAt,
  page: { after?: string; limit: number },
): Promise<FactAtRow[]> {
  const { cypher, params } = buildFactsAtQuery(entityIds, wanted, page);
  return (await database.read(cypher, params)).map((found) => ({ ...row.parse(found), fact: livingFact(found) }));
}

/** How many such facts each of these entities has. */
export async function countFactsAt(
  database: Database,
  entityIds: readonly string[],
  wanted: FactsAt,
): Promise<{ entityId: string; total: number }[]> {
  const { cypher, params } = buildFactsAtCount(entityIds, wanted);
  return z.array(z.object({ entityId: z.string(), total: z.number() })).parse(await database.read(cypher, params));
}

// An entity can be several ends of one fact, but of few: as many rows hold a page of different facts.
const ENDS_OF_ONE = 4;

/** The statement for a page: it seeks in the order of the key, so that a page of a hub costs what one of a small entity does. */
export const buildFactsAtQuery = (entityIds: readonly string[], wanted: FactsAt, page: { after?: string; limit: number }): Statement =>
  wanted.newestFirst ? newestFirst(entityIds, wanted, page) : byLine(entityIds, wanted, page);

const byLine = (entityIds: readonly string[], wanted: FactsAt, { after = '', limit }: { after?: string; limit: number }): Statement => ({
  cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
  ${factsOf(wanted, `WITH f, r ORDER BY r.entityId, ${onlyKind(wanted) ? 'r.factKind, ' : ''}r.docKey LIMIT ${ENDS_OF_ONE} * $limit`)}
  RETURN f, key ORDER BY key LIMIT $limit
}
RETURN entityId, f.id AS nodeId, key, ${wholeFact}`,
  params: { entityIds, ...wanted, kind: onlyKind(wanted), after, limit },
});

// Undated facts bear `~`, which sorts above all dates, so they are read apart.
const newestFirst = (entityIds: readonly string[], wanted: FactsAt, { after, limit }: { after?: string; limit: number }): Statement => {
  const [date = '', line = ''] = after?.split(' ') ?? ['~'];
  const undatedOnly = after !== undefined && date === '~';
  const part = (order: string, ...conditions: string[]) => `MATCH (f:Fact)-[r:END]->()
  USING INDEX r:END(entityId, dateKey)
  ${where('r.entityId = entityId', ...conditions, ofKinds(wanted), ...conditionsOf(wanted))}
  WITH f, r ORDER BY r.entityId${order} LIMIT ${ENDS_OF_ONE} * $limit
  RETURN f, r.dateKey AS date, r.docKey AS line`;
  return {
    cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
  CALL (entityId) {
  ${part(' DESC, r.dateKey DESC, r.docKey', 'r.dateKey <= $date', "r.dateKey < '~'", '(r.dateKey < $date OR r.docKey > $line)')}
  UNION
  ${part(', r.dateKey, r.docKey', "r.dateKey = '~'", 'r.docKey > $undatedLine')}
  }
  WITH DISTINCT f, date, line
  RETURN f, date + ' ' + line AS key ORDER BY CASE date WHEN '~' THEN '' ELSE date END DESC, line LIMIT $limit
}
RETURN entityId, f.id AS nodeId, key, ${wholeFact}`,
    params: { entityIds, ...wanted, date: undatedOnly ? '' : date, line, undatedLine: undatedOnly ? line : '', limit },
  };
};

/** The statement for the counts. */
export const buildFactsAtCount = (entityIds: readonly string[], wanted: FactsAt): Statement => ({
  cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
  ${factsOf(wanted)}
  RETURN count(f) AS total
}
RETURN entityId, total`,
  params: { entityIds, ...wanted, kind: onlyKind(wanted), after: '' },
});

/** Of one kind they have an index of their own: a place of an event is not looked for among its thousands of participants. */
const onlyKind = ({ kinds }: FactsAt): FactKind | undefined => (kinds?.length === 1 ? kinds[0] : undefined);

/** What an entity is an end of. The key's condition lets the index be used. */
const factsOf = (wanted: FactsAt, cut = ''): string => `MATCH (f:Fact)-[r:END]->()
  ${where('r.entityId = entityId', onlyKind(wanted) ? 'r.factKind = $kind' : ofKinds(wanted), 'r.docKey > $after', ...conditionsOf(wanted))}
  ${cut}
  WITH DISTINCT f, r.docKey AS key`;

const ofKinds = ({ kinds }: FactsAt) => kinds && 'r.factKind IN $kinds';

const conditionsOf = ({ parts, types, roles, eventsOnceBy }: FactsAt) => [
  parts && 'r.part IN $parts',
  types && 'f.factType IN $types',
  roles && 'f.role IN $roles',
  eventsOnceBy && `NOT EXISTS { MATCH (f)-[:END]->(:Event)-[other:${eventsOnceBy}]->({id: entityId}) WHERE other.factId < f.factId }`,
];
