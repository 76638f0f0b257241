import type { Driver, Session } from 'neo4j-driver';
import type { Database } from './connect.ts';
import type { InTurn } from './share-connections.ts';
import { type Bounds, untilAborted } from './until-aborted.ts';

/** The database as one question sees it: whatever it reads, by us or by the library, takes its turn, and ends when the signal says so. */
export function bindToSignal(database: Database, signal: AbortSignal): Database {
  const inTurn = database.takeTurns();
  return {
    ...database,
    driver: boundDriver(database, signal, inTurn),
    read: (cypher, params, options) => inTurn(() => database.read(cypher, params, { ...options, signal })),
  };
}

const boundDriver = ({ driver, name: database }: Database, signal: AbortSignal, inTurn: InTurn): Driver =>
  replace(driver, 'session', (config) => boundSession(driver.session(config), { driver, database, signal }, inTurn));

const boundSession = (session: Session, bounds: Bounds, inTurn: InTurn): Session =>
  replace(session, 'executeRead', (work, config) =>
    inTurn(() => untilAborted(session, { ...bounds, timeoutMs: Number(config?.timeout ?? 0) }, () => session.executeRead(work, config))),
  );

/** The same object, but for one method. */
function replace<T extends object, K extends keyof T>(object: T, name: K, method: T[K]): T {
  return new Proxy(object, { get: (target, key) => (key === name ? method : Reflect.get(target, key, target)) });
}
