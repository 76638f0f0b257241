import { z } from 'zod';
import type { Database, Row } from '../connect.ts';
import { askedEvidence } from './asked-evidence.ts';
import { type AskedFact, askedFact } from './asked-fact.ts';
import { buildFactsAtCount, type FactList, type ListsAt, type WantedEntity } from './build-facts-at.ts';
import type { FactRow } from './fact-row.ts';
import { keptPlan } from './kept-plans.ts';
import type { FactsAt } from './match-facts-at.ts';
import { nameValues } from './named-values.ts';
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

/** What was read together. */
export interface FoundFacts {
  readonly lists: readonly FoundList[];
  /** Shape: as long as the entities that were wanted, and in their order; null for one that does not live. */
  readonly entities: readonly (Row | null)[];
}

/** Reads lists at entities, those below them, and entities themselves, in one statement. */
export async function findFactsAt(
  database: Database,
  wanted: readonly ListsAt[],
  entities: readonly WantedEntity[] = [],
): Promise<FoundFacts> {
  const { cypher, lists, paramsFor } = keptPlan(wanted, entities.length > 0);
  const [row] = await database.read(
    cypher,
    paramsFor(
      wanted.map(({ entityIds }) => entityIds),
      entities,
    ),
  );
  const found = row?.lists as [entityId: string, facts: FactValues[]][][];
  return {
    lists: lists.map((list, place) => ({
      list,
      rows: new Map(found[place]?.map(([entityId, facts]) => [entityId, facts.map((values) => readFact(values, list))])),
    })),
    entities: readEntities((row?.entities ?? []) as EntityValues[], entities),
  };
}

type EntityValues = [place: number, values: unknown[]];

function readEntities(found: readonly EntityValues[], wanted: readonly WantedEntity[]): (Row | null)[] {
  const values = new Map(found);
  return wanted.map(({ names }, place) => (values.has(place) ? nameValues(names, values.get(place) ?? []) : null));
}

type FactValues = [key: string, properties: unknown, ends: unknown, evidence?: unknown];

function readFact([key, properties, ends, found]: FactValues, { asked, evidence }: FactList): FactAtRow {
  // Only what this list asked of it, so that it stays with the list.
  const isSaid = evidence && { evidence: askedEvidence(found, evidence) };
  if (asked) return { key, fact: { ...askedFact({ properties, ends }, asked), ...isSaid } };
  const whole = livingFact({ properties, ends });
  return { key, fact: { ...whole, ...isSaid }, whole };
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
