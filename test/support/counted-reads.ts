import type { Database } from '../../src/database/connect.ts';

/** A database that counts the statements it is asked. */
export function countedReads(database: Database): { database: Database; statements: () => number } {
  let count = 0;
  const read: Database['read'] = (...asked) => {
    count += 1;
    return database.read(...asked);
  };
  return { database: { ...database, read }, statements: () => count };
}
