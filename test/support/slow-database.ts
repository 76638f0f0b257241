import type { Database } from '../../src/database/connect.ts';

/** Keeps Neo4j at work for longer than any test waits, unless it is ended. */
const slow = 'UNWIND range(1, 4000000000) AS endless WITH endless WHERE endless < 0 RETURN endless';

// The mark as a parameter, or this statement would count itself.
const counting = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS $mark RETURN 1 AS one';

/** How many such statements Neo4j is at. */
export const countSlow = async (database: Database): Promise<number> => (await database.read(counting, { mark: 'AS endless' })).length;

/** A database that is slow to answer us, for so long at most. */
export const slowForUs = (database: Database, timeoutMs = 120_000): Database => ({
  ...database,
  read: (_cypher, _params, options) => database.read(slow, {}, { ...options, timeoutMs }),
});

/** A database that is slow to answer what the library wrote, for so long at most. */
export const slowForLibrary = (database: Database, timeoutMs = 120_000): Database => {
  const slowed = slowForUs(database, timeoutMs);
  return {
    ...database,
    read: (cypher, ...others) => (cypher.startsWith('CYPHER 5') ? slowed : database).read(cypher, ...others),
  };
};
