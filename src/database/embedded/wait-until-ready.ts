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

/** Waits until the database answers with APOC, the process ends, or the time is over. */
export async function waitUntilReady(login: Login, isRunning: () => boolean, timeoutMs: number): Promise<'ready' | 'ended' | 'silent'> {
  const database = connect({ ...login, database: EMBEDDED_DATABASE, transactionTimeoutMs: 5000 });
  try {
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(POLL_MS)) {
      if (!isRunning()) return 'ended';
      if (await isReady(database)) return 'ready';
    }
    return 'silent';
  } finally {
    await database.close();
  }
}

/** An answer of the database itself shows that it is online; asking `system` too would wake a second database, for seconds. */
async function isReady(database: Database): Promise<boolean> {
  try {
    return (await database.read('RETURN apoc.version() AS version')).length === 1;
  } catch {
    // Not yet: until it is ready, Neo4j refuses in many ways.
    return false;
  }
}
