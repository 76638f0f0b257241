import DataLoader from 'dataloader';
import type { Database } from '../database/connect.ts';
import type { FactList, FactLists, FactsAt } from '../database/queries/build-facts-at.ts';
import type { FactRow } from '../database/queries/fact-row.ts';
import { countFactsAt, type FactAtRow, findFactsAt } from '../database/queries/find-facts-at.ts';
import { groupBy } from '../domain/group-by.ts';

/** The facts at entities: what is asked in one tick is read by one statement, or few. */
export interface FactsAtLoader {
  list(entityId: string, list: FactList): Promise<FactAtRow[]>;
  count(entityId: string, wanted: FactsAt): Promise<number>;
}

/** How many kinds of lists one statement reads: Neo4j plans each combination that it meets. */
const mostLists = 4;

/** A fresh loader for one request. Whole facts that it reads, a loader of facts by id need not read again. */
export function createFactsAtLoader(database: Database, factById: DataLoader<string, FactRow | null>): FactsAtLoader {
  const lists = new DataLoader((asked: readonly AskedList[]) => readLists(database, asked, factById), { cacheKeyFn });
  const counts = new Map<string, DataLoader<string, number>>();
  return {
    list: (entityId, list) => lists.load({ entityId, list, kind: JSON.stringify(list) }),
    count: (entityId, wanted) => counterOf(database, counts, wanted).load(entityId),
  };
}

interface AskedList {
  readonly entityId: string;
  readonly list: FactList;
  /** The same for lists that differ in their entities only. */
  readonly kind: string;
}

const cacheKeyFn = ({ entityId, kind }: AskedList): string => `${entityId} ${kind}`;

async function readLists(
  database: Database,
  asked: readonly AskedList[],
  factById: DataLoader<string, FactRow | null>,
): Promise<FactAtRow[][]> {
  const alike = [...groupBy(asked, ({ kind }) => kind)].sort(([one], [other]) => (one < other ? -1 : 1));
  const lists = alike.map(([, same]) => ({ ...(same[0] as AskedList).list, entityIds: same.map(({ entityId }) => entityId) }));
  const found = (await Promise.all(inFew(lists).map((few) => findFactsAt(database, few)))).flat();
  const byKind = new Map(alike.map(([kind], place) => [kind, found[place]]));
  return asked.map(({ entityId, kind }) => {
    const rows = byKind.get(kind)?.get(entityId) ?? [];
    for (const { whole } of rows) if (whole) factById.prime(whole.factId, whole);
    return rows;
  });
}

const inFew = (lists: readonly FactLists[]): FactLists[][] =>
  Array.from({ length: Math.ceil(lists.length / mostLists) }, (_, part) => lists.slice(part * mostLists, (part + 1) * mostLists));

function counterOf(database: Database, counts: Map<string, DataLoader<string, number>>, wanted: FactsAt): DataLoader<string, number> {
  const key = JSON.stringify(wanted);
  const counter =
    counts.get(key) ??
    new DataLoader<string, number>(async (ids) => {
      const totals = new Map((await countFactsAt(database, ids, wanted)).map((row) => [row.entityId, row.total]));
      return ids.map((id) => totals.get(id) ?? 0);
    });
  counts.set(key, counter);
  return counter;
}
