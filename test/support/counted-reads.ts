import type { Database } from '../../src/database/connect.ts';

/** A database that counts what is asked: our statements, and the sessions the library opens for one statement each. */
export function countedReads(database: Database): { database: Database; statements: () => number } {
  let count = 0;
  const counted =
    <A extends unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      count += 1;
      return work(...args);
    };
  const session = counted(database.driver.session.bind(database.driver));
  const driver = new Proxy(database.driver, { get: (target, key) => (key === 'session' ? session : Reflect.get(target, key, target)) });
  return { database: { ...database, driver, read: counted(database.read) }, statements: () => count };
}
