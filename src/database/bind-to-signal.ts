import type { Database } from './connect.ts';

/** The database as one question sees it: whatever it reads takes its turn, and ends when the signal says so. */
export function bindToSignal(database: Database, signal: AbortSignal): Database {
  const inTurn = database.takeTurns();
  return { ...database, read: (cypher, params, options) => inTurn(() => database.read(cypher, params, { ...options, signal })) };
}
