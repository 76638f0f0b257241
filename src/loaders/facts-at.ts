import DataLoader from 'dataloader';
import type { Database, Row } from '../database/connect.ts';
import type { FactList, ListsAt, ListsBelow, ListTree, WantedEntity } from '../database/queries/build-facts-at.ts';
import type { FactRow } from '../database/queries/fact-row.ts';
import { countFactsAt, type FactAtRow, type FoundFacts, type FoundList, findFactsAt } from '../database/queries/find-facts-at.ts';
import { kindOf } from '../database/queries/kept-plans.ts';
import type { FactsAt } from '../database/queries/match-facts-at.ts';
import { groupBy } from '../domain/group-by.ts';
import { loadOneFor } from './batch-by-key.ts';

/** The facts at entities: the lists asked in one tick are read by one statement, with those below them and with entities asked in it. */
export interface FactsAtLoader {
  /** An entity itself, where lists of it are asked too. Shape: null where it does not live. */
  entity(wanted: WantedEntity): Promise<Row | null>;
  list(entityId: string, list: FactList, below: () => readonly ListsBelow[]): Promise<FactAtRow[]>;
  count(entityId: string, wanted: FactsAt): Promise<number>;
}

/** A list at an entity. */
interface WantedList {
  readonly entityId: string;
  readonly kind: string;
  readonly tree: () => ListTree;
}

const keyOf = (entityId: string, kind: string): string => `${entityId} ${kind}`;
const cacheKeyOf = ({ entityId, kind }: WantedList): string => keyOf(entityId, kind);

/** What is asked in one tick is read together. */
type Wanted = { readonly list: WantedList } | { readonly entity: WantedEntity };

/** A fresh loader for one request. Whole facts that it reads, a loader of facts by id need not read again. */
export function createFactsAtLoader(database: Database, factById: DataLoader<string, FactRow | null>): FactsAtLoader {
  // What was read below lists that were asked, until it is asked itself.
  const ahead = new Map<string, FactAtRow[]>();
  const hold = ({ list, rows }: FoundList) => {
    for (const [entityId, facts] of rows) ahead.set(keyOf(entityId, kindOf(list)), facts);
    for (const { whole } of [...rows.values()].flat()) if (whole) factById.prime(whole.factId, whole);
  };
  const reads = new DataLoader<Wanted, unknown, string>(
    async (wanted) => {
      const entities = wanted.flatMap((one) => ('entity' in one ? one.entity : []));
      const lists = wanted.flatMap((one) => ('list' in one && !ahead.has(cacheKeyOf(one.list)) ? one.list : []));
      const found = await readTogether(database, lists, entities);
      for (const list of found.lists) hold(list);
      const entityOf = new Map(entities.map((entity, place) => [entity, found.entities[place]]));
      return wanted.map((one) => ('entity' in one ? (entityOf.get(one.entity) ?? null) : (ahead.get(cacheKeyOf(one.list)) ?? [])));
    },
    { cacheKeyFn: (one) => ('entity' in one ? `${one.entity.id} ${one.entity.names}` : cacheKeyOf(one.list)) },
  );
  const counter = loadOneFor(
    (wanted: FactsAt, ids) => countFactsAt(database, ids, wanted),
    (row) => row.entityId,
  );
  return {
    entity: (entity) => reads.load({ entity }) as Promise<Row | null>,
    list: (entityId, list, below) =>
      reads.load({ list: { entityId, kind: kindOf(list), tree: () => ({ list, below: below() }) } }) as Promise<FactAtRow[]>,
    count: async (entityId, wanted) => (await counter(wanted).load(entityId))?.total ?? 0,
  };
}

/** Reads lists in one statement, or in few where they are many: Neo4j plans each combination that it meets. Entities are read by the first. */
async function readTogether(database: Database, wanted: readonly WantedList[], entities: readonly WantedEntity[]): Promise<FoundFacts> {
  const alike = [...groupBy(wanted, ({ kind }) => kind)].sort(([one], [other]) => (one < other ? -1 : 1));
  const lists = alike.map(([, same]) => ({ ...bounded((same[0] as WantedList).tree()), entityIds: same.map(({ entityId }) => entityId) }));
  if (lists.length === 0 && entities.length === 0) return { lists: [], entities: [] };
  const [first = [], ...others] = inFew(lists);
  const found = await Promise.all([findFactsAt(database, first, entities), ...others.map((few) => findFactsAt(database, few))]);
  return { lists: found.flatMap((one) => one.lists), entities: found[0].entities };
}

const mostLists = 4;

const sizeOf = ({ below }: ListTree): number =>
  below.reduce((size, { lists }) => size + lists.reduce((sum, list) => sum + sizeOf(list), 0), 1);

/** A list without what is below it where that would be too much for one statement; it is read when it is asked. */
const bounded = (tree: ListTree): ListTree => (sizeOf(tree) > mostLists ? { ...tree, below: [] } : tree);

function inFew(lists: readonly ListsAt[]): ListsAt[][] {
  const few: ListsAt[][] = [];
  let room = 0;
  for (const list of lists) {
    const size = sizeOf(list);
    if (size > room) {
      few.push([]);
      room = mostLists;
    }
    few.at(-1)?.push(list);
    room -= size;
  }
  return few;
}
