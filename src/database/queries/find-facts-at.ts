import { z } from 'zod';
import type { FactKind } from '../../domain/facts.ts';
import type { Database } from '../connect.ts';
import { type Statement, where } from './statement.ts';

/** Which of an entity's facts: of these kinds, with the entity at one of these ends. */
export interface FactsAt {
  readonly kinds?: readonly FactKind[] | null;
  readonly parts?: readonly string[] | null;
  readonly types?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
}

const row = z.object({ entityId: z.string(), factId: z.string(), nodeId: z.string().nullable(), key: z.string() });

/** A fact at an entity: its id, the id its node bears, and its place in the order of the sources' lines. */
export type FactAtRow = z.output<typeof row>;

/** The facts at each of these entities, in the order of their sources' lines. Shape: at most `limit` for each, keys above `after`. */
export async function findFactsAt(database: Database, entityIds: readonly string[], wanted: FactsAt, page: { after?: string; limit: number }): Promise<FactAtRow[]> {
  const { cypher, params } = buildFactsAtQuery(entityIds, wanted, page);
  return z.array(row).parse(await database.read(cypher, params));
}

/** How many such facts each of these entities has. */
export async function countFactsAt(database: Database, entityIds: readonly string[], wanted: FactsAt): Promise<{ entityId: string; total: number }[]> {
  const { cypher, params } = buildFactsAtCount(entityIds, wanted);
  return z.array(z.object({ entityId: z.string(), total: z.number() })).parse(await database.read(cypher, params));
}

/** The statement for a page. */
export const buildFactsAtQuery = (entityIds: readonly string[], wanted: FactsAt, { after, limit }: { after?: string; limit: number }): Statement => ({
  cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
  MATCH (f:Fact)-[r:END]->()
  ${conditions(wanted, after !== undefined && 'r.docKey > $after')}
  RETURN DISTINCT f, r.docKey AS key ORDER BY key LIMIT $limit
}
RETURN entityId, f.factId AS factId, f.id AS nodeId, key`,
  params: { entityIds, ...wanted, after, limit },
});

/** The statement for the counts. */
export const buildFactsAtCount = (entityIds: readonly string[], wanted: FactsAt): Statement => ({
  cypher: `UNWIND $entityIds AS entityId
CALL (entityId) {
  MATCH (f:Fact)-[r:END]->()
  ${conditions(wanted)}
  RETURN count(DISTINCT f) AS total
}
RETURN entityId, total`,
  params: { entityIds, ...wanted },
});

const conditions = ({ kinds, parts, types, roles }: FactsAt, more: string | false = false): string =>
  where('r.entityId = entityId', more, kinds && 'r.factKind IN $kinds', parts && 'r.part IN $parts', types && 'f.factType IN $types', roles && 'f.role IN $roles');
