import type { Driver, ManagedTransaction, Session } from 'neo4j-driver';
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

/** A database that is slow to answer the library, for so long at most. */
export function slowForLibrary(database: Database, timeout = 120_000): Database {
  const slowly = (work: (tx: ManagedTransaction) => unknown) => (tx: ManagedTransaction) =>
    work(new Proxy(tx, { get: (target, key) => (key === 'run' ? () => target.run(slow) : Reflect.get(target, key, target)) }));
  const session = (real: Session) => {
    const executeRead = (work: (tx: ManagedTransaction) => unknown) => real.executeRead(slowly(work), { timeout });
    return new Proxy(real, { get: (target, key) => (key === 'executeRead' ? executeRead : Reflect.get(target, key, target)) });
  };
  const open: Driver['session'] = (config) => session(database.driver.session(config));
  const driver = new Proxy(database.driver, { get: (target, key) => (key === 'session' ? open : Reflect.get(target, key, target)) });
  return { ...database, driver };
}
