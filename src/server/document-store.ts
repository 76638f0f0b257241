import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Where questions stay that were parsed, checked, and passed by the guard. */
export type DocumentStore = NonNullable<ApolloServerOptions<BaseContext>['documentStore']> & {
  /** Keeps what the executor has set, where it was asked before: the guard says so, whom the executor asks only after it has set it. */
  keep(document: DocumentNode): void;
};

// Of so many questions it is remembered that they were asked: by their hashes, with what an entry takes, a megabyte.
const mostSeen = 4096;

/**
 * Keeps what was asked last, and not only once: what nobody asks again would but be moved among what lasts, and lie there as garbage.
 * The bounds hold for memory: the executor's own store counts JSON, of which a tree in memory is five times as large. `size`: of the
 * texts of all that are kept; a parsed question takes some hundred times as much memory. Units: characters.
 */
export function documentStore(size: number): DocumentStore {
  const kept = new LRUCache<string, DocumentNode>({ maxSize: size, sizeCalculation: ({ loc }) => loc?.source.body.length || 1 });
  const seen = new LRUCache<string, true>({ max: mostSeen });
  const waiting = new WeakMap<DocumentNode, string>();
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => void (seen.has(key) ? waiting.set(document, key) : seen.set(key, true)),
    keep: (document) => {
      const key = waiting.get(document);
      if (key === undefined) return;
      waiting.delete(document);
      kept.set(key, document);
    },
    delete: async (key) => kept.delete(key),
  };
}
