import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

/** A node as the library's statement gave it, ready for the selection it was asked for. */
export type LoadedNode = Readonly<Record<string, unknown>>;

/** Asks the library for nodes of a type, with the selection made at a field. Shape: as long as `ids` and in their order. */
export type LoadNodes = (info: GraphQLResolveInfo, type: string, ids: readonly string[]) => Promise<(LoadedNode | null)[]>;

/** Fills entity types inside our own answers. */
export interface NodeLoader {
  /** Shape: null where no living node of that type bears the id. */
  load(info: GraphQLResolveInfo, type: string, id: string): Promise<LoadedNode | null>;
}

// The library's lists hold at most 100.
const BATCH = 100;

/** Loads nodes through the library in one statement for each selection and level. */
export function createNodeLoader(loadNodes: LoadNodes): NodeLoader {
  const loaders = new Map<string, DataLoader<string, LoadedNode | null>>();
  const placeOf = numberObjects();
  return {
    load(info, type, id) {
      // The same piece of the question asked at several places is one selection; a merged one is another.
      const key = [type, ...info.fieldNodes.map(placeOf)].join(' ');
      const loader = loaders.get(key) ?? new DataLoader((ids) => loadNodes(info, type, ids), { maxBatchSize: BATCH });
      loaders.set(key, loader);
      return loader.load(id);
    },
  };
}

function numberObjects(): (item: object) => number {
  const numbers = new Map<object, number>();
  return (item) => {
    const number = numbers.get(item) ?? numbers.size;
    numbers.set(item, number);
    return number;
  };
}
