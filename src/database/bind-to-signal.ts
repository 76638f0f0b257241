import type { Driver, Session } from 'neo4j-driver';
import type { Database } from './connect.ts';
import { untilAborted } from './until-aborted.ts';

/** The database as one request sees it: whatever it reads, by us or by the library, ends when the signal says so. */
export function bindToSignal(database: Database, signal: AbortSignal): Database {
  return {
    ...database,
    driver: boundDriver(database.driver, signal),
    read: (cypher, params, options) => database.read(cypher, params, { ...options, signal }),
  };
}

const boundDriver = (driver: Driver, signal: AbortSignal): Driver =>
  replace(driver, 'session', (config) => boundSession(driver.session(config), signal));

const boundSession = (session: Session, signal: AbortSignal): Session =>
  replace(session, 'executeRead', (work, config) => untilAborted(session, signal, () => session.executeRead(work, config)));

/** The same object, but for one method. */
function replace<T extends object, K extends keyof T>(object: T, name: K, method: T[K]): T {
  return new Proxy(object, { get: (target, key) => (key === name ? method : Reflect.get(target, key, target)) });
}
