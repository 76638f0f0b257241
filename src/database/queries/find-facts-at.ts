import { z } from 'zod';
import type { Database, Row } from '../connect.ts';
import { type AskedFact, askedFact } from './asked-fact.ts';
import { buildFactsAtCount, buildFactsAtQuery, type FactLists, type FactsAt } from './build-facts-at.ts';
import type { FactRow } from './fact-row.ts';
import { livingFact } from './whole-fact.ts';

/** A fact at an entity, the id its node bears, and its place in the list's order. `whole` where all of it was asked. */
export interface FactAtRow {
  readonly nodeId: string | null;
  readonly key: string;
  readonly fact: AskedFact;
  readonly whole?: FactRow;
}

/** The facts of several lists in one statement. Shape: for each list, by entity, in the list's order. */
export async function findFactsAt(database: Database, lists: readonly FactLists[]): Promise<Map<string, FactAtRow[]>[]> {
  const { cypher, params } = buildFactsAtQuery(lists);
  const found = lists.map(({ entityIds }) => new Map<string, FactAtRow[]>(entityIds.map((id) => [id, []])));
  for (const row of await database.read(cypher, params)) {
    const place = row.list as number;
    found[place]?.get(row.entityId as string)?.push(readRow(row, lists[place]));
  }
  return found;
}

function readRow(row: Row, list: FactLists | undefined): FactAtRow {
  const { nodeId, key } = row as { nodeId: string | null; key: string };
  if (list?.asked) return { nodeId, key, fact: askedFact(row, list.asked) };
  const whole = livingFact(row);
  return { nodeId, key, fact: whole, whole };
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
