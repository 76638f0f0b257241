import { z } from 'zod';
import type { Database } from '../connect.ts';
import { type AskedFact, askedFact } from './asked-fact.ts';
import { buildFactsAtCount, buildFactsAtQuery, type FactList, type ListsAt } from './build-facts-at.ts';
import type { FactRow } from './fact-row.ts';
import type { FactsAt } from './match-facts-at.ts';
import { livingFact } from './whole-fact.ts';

/** A fact at an entity, and its place in the list's order. `whole` where all of it was asked. */
export interface FactAtRow {
  readonly key: string;
  readonly fact: AskedFact;
  readonly whole?: FactRow;
}

/** A list that was read: the facts in its order, by entity, of those too where there are none. */
export interface FoundList {
  readonly list: FactList;
  readonly rows: ReadonlyMap<string, FactAtRow[]>;
}

/** Reads lists at entities, and those below them, in one statement. */
export async function findFactsAt(database: Database, wanted: readonly ListsAt[]): Promise<FoundList[]> {
  const { cypher, params, lists } = buildFactsAtQuery(wanted);
  const [row] = await database.read(cypher, params);
  const found = row?.lists as [entityId: string, facts: FactValues[]][][];
  return lists.map((list, place) => ({
    list,
    rows: new Map(found[place]?.map(([entityId, facts]) => [entityId, facts.map((values) => readFact(values, list))])),
  }));
}

type FactValues = [key: string, properties: unknown, ends: unknown];

function readFact([key, properties, ends]: FactValues, { asked }: FactList): FactAtRow {
  if (asked) return { key, fact: askedFact({ properties, ends }, asked) };
  const whole = livingFact({ properties, ends });
  return { key, fact: whole, whole };
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
