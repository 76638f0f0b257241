import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestServer } from '../../support/global-setup.ts';
import type { Operation } from '../operations.ts';
import type { Postgres } from '../postgres/start-postgres.ts';
import { ourNames, peerNames, type Server, startOurs, startPeer } from './servers.ts';

/** Starts our service in both ways, and every peer that can be had; the peers without a database get the rows that `rowsOf` is answered with. */
export async function startServers(login: TestServer, postgres: Postgres | string, rowsOf?: Operation): Promise<Server[]> {
  const servers: Server[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-rows-'));
  try {
    for (const name of ourNames) servers.push(await startOurs(name, login));
    const rows = join(folder, 'rows.json');
    writeFileSync(rows, rowsOf && servers[0] ? await answerOf(servers[0], rowsOf) : '{"data":{}}');
    for (const name of peerNames) servers.push(await startPeer(name, login, { ROWS_FILE: rows }));
    if (typeof postgres === 'object')
      servers.push(await startPeer('postgraphile', login, { POSTGRES_URL: postgres.url, GRAPHILE_ENV: 'production' }, postgres.node));
    return servers;
  } catch (error) {
    for (const server of servers) await server.stop();
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function answerOf({ url }: Server, { query, variables }: Operation): Promise<string> {
  const body = JSON.stringify({ query, variables });
  return (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).text();
}
