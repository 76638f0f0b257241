import DataLoader from 'dataloader';
import type { Database } from '../database/connect.ts';
import type { FactRow } from '../database/queries/fact-row.ts';
import { countFactsAt, type FactAtRow, type FactsAt, findFactsAt } from '../database/queries/find-facts-at.ts';
import { groupBy } from '../domain/group-by.ts';

/** Where in a list to go on, and how far. */
export interface ListPart {
  readonly after?: string;
  readonly limit: number;
}

/** The facts at entities, one statement for all entities asked with the same wish. */
export interface FactsAtLoader {
  list(entityId: string, wanted: FactsAt, part: ListPart): Promise<FactAtRow[]>;
  count(entityId: string, wanted: FactsAt): Promise<number>;
}

/** A fresh loader for one request. What it reads, a loader of facts by id need not read again. */
export function createFactsAtLoader(database: Database, factById: DataLoader<string, FactRow | null>): FactsAtLoader {
  const lists = new Map<string, DataLoader<string, FactAtRow[]>>();
  const counts = new Map<string, DataLoader<string, number>>();
  return {
    list: (entityId, wanted, part) =>
      loaderFor(lists, [wanted, part], async (ids) => {
        const rows = await findFactsAt(database, ids, wanted, part);
        for (const { fact } of rows) factById.prime(fact.factId, fact);
        const byEntity = groupBy(rows, (row) => row.entityId);
        return ids.map((id) => byEntity.get(id) ?? []);
      }).load(entityId),
    count: (entityId, wanted) =>
      loaderFor(counts, wanted, async (ids) => {
        const totals = new Map((await countFactsAt(database, ids, wanted)).map((row) => [row.entityId, row.total]));
        return ids.map((id) => totals.get(id) ?? 0);
      }).load(entityId),
  };
}

function loaderFor<T>(
  loaders: Map<string, DataLoader<string, T>>,
  wish: unknown,
  load: (ids: readonly string[]) => Promise<T[]>,
): DataLoader<string, T> {
  const key = JSON.stringify(wish);
  const loader = loaders.get(key) ?? new DataLoader(load);
  loaders.set(key, loader);
  return loader;
}
