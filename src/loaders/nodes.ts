import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';
import type { Statement } from '../database/queries/statement.ts';

/** A node, ready for the selection it was asked for. */
export type LoadedNode = Readonly<Record<string, unknown>>;

/** A node that is wanted. */
export interface WantedNode {
  readonly id: string;
  /** What has been read of it already, which also says that it lives. */
  readonly known?: LoadedNode | undefined;
}

/** Brings nodes of a type with what is selected at a field. Shape: as long as `wanted` and in its order. */
export type LoadNodes = (info: GraphQLResolveInfo, type: string, wanted: readonly WantedNode[]) => Promise<(LoadedNode | null)[]>;

/** Where in a question, and with what values. */
export type Asked = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/** How nodes can be read, as the schema tells. */
export interface NodeSource {
  /** The properties that a question takes from nodes of a type. Shape: undefined where it asks for more than stands on them. */
  propertiesAsked(asked: Asked, type: string): readonly string[] | undefined;
  /** The library's way to read nodes of a type with the selection made at a field. */
  libraryRead(info: GraphQLResolveInfo, type: string): Promise<LibraryRead>;
}

/** A statement for the living nodes with these ids, at most 100: each row has one under `this`, its id among what it holds. */
export type LibraryRead = (ids: readonly string[]) => Statement;

/** Fills entity types inside our own answers. */
export interface NodeLoader {
  /** Shape: null where no living node of that type bears the id. */
  load(info: GraphQLResolveInfo, type: string, id: string, known?: object): Promise<LoadedNode | null>;
}

// The library's lists hold at most 100.
const options = { maxBatchSize: 100, cacheKeyFn: ({ id }: WantedNode) => id };

/** Loads nodes in one statement for each selection and level. */
export function createNodeLoader(loadNodes: LoadNodes): NodeLoader {
  const loaders = new Map<string, DataLoader<WantedNode, LoadedNode | null, string>>();
  const placeOf = numberObjects();
  return {
    load(info, type, id, known) {
      // The same piece of the question asked at several places is one selection; a merged one is another.
      const key = [type, ...info.fieldNodes.map(placeOf)].join(' ');
      const loader = loaders.get(key) ?? new DataLoader((wanted) => loadNodes(info, type, wanted), options);
      loaders.set(key, loader);
      return loader.load({ id, known: known as LoadedNode | undefined });
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
