import { TimeoutError } from '../domain/errors.ts';
import type { Database } from './connect.ts';

/** A database whose reads together may take what one may otherwise, for a question that asks several in a row. */
export function shareTime(database: Database, totalMs: number): Database {
  const end = performance.now() + totalMs;
  return {
    ...database,
    read: async (cypher, params) => {
      const left = Math.floor(end - performance.now());
      // Neo4j reads 0 as no limit.
      if (left < 1) throw new TimeoutError();
      return database.read(cypher, params, { timeoutMs: left });
    },
  };
}
