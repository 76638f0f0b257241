import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Where questions stay that were parsed and checked. */
export type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/**
 * Keeps what was asked last, within bounds that hold for memory: the executor's own store counts JSON, of which a tree in memory is five
 * times as large. `size`: of the texts of all that are kept, a parsed question takes some hundred times as much memory. Units: characters.
 */
export function documentStore(size: number): DocumentStore {
  const kept = new LRUCache<string, DocumentNode>({ maxSize: size, sizeCalculation: ({ loc }) => loc?.source.body.length || 1 });
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => void kept.set(key, document),
    delete: async (key) => kept.delete(key),
  };
}
