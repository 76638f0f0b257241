import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Where questions stay that were parsed and checked. */
export type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']>;

/** Of the texts of all that are kept. A parsed question takes some hundred times the memory of its text. Units: characters. */
const most = 256 * 1024;

/** Keeps what was asked last, within bounds that hold for memory: the executor's own store counts JSON, of which a tree in memory is five times as large. */
export function documentStore(size = most): DocumentStore {
  const kept = new LRUCache<string, DocumentNode>({ maxSize: size, sizeCalculation: ({ loc }) => loc?.source.body.length || 1 });
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => void kept.set(key, document),
    delete: async (key) => kept.delete(key),
  };
}
