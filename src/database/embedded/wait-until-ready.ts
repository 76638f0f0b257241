import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Database } from '../connect.ts';

const POLL_MS = 150;

/** How to log in to the embedded server. */
export interface Login {
  uri: string;
  username: string;
  password: string;
}

/** The name of the one database that Neo4j Community has. */
export const EMBEDDED_DATABASE = 'neo4j';

/** Waits until the database is online and APOC answers, the process ends, or the time is over. */
export async function waitUntilReady(login: Login, isRunning: () => boolean, timeoutMs: number): Promise<'ready' | 'ended' | 'silent'> {
  const [system, database] = ['system', EMBEDDED_DATABASE].map((name) =>
    connect({ ...login, database: name, transactionTimeoutMs: 5000 }),
  ) as [Database, Database];
  try {
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(POLL_MS)) {
      if (!isRunning()) return 'ended';
      if (await isReady(system, database)) return 'ready';
    }
    return 'silent';
  } finally {
    await Promise.all([system.close(), database.close()]);
  }
}

async function isReady(system: Database, database: Database): Promise<boolean> {
  try {
    // By plain reads: the driver would repeat a failed transaction on its own, with pauses of seconds.
    const query = 'SHOW DATABASES YIELD name, currentStatus WHERE name = $name RETURN currentStatus';
    const [shown] = await system.read(query, { name: database.name });
    if (shown?.currentStatus !== 'online') return false;
    return (await database.read('RETURN apoc.version() AS version')).length === 1;
  } catch {
    // Not yet: until it is ready, Neo4j refuses in many ways.
    return false;
  }
}
