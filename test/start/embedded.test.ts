import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { commandOf } from '../../src/database/embedded/server-process.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { killIfOurs, stopServer } from '../../src/database/embedded/stop-server.ts';
import { smallServer } from '../support/small-server.ts';

// One server, brought through its life in order: each start costs seconds.
const folder = mkdtempSync(join(tmpdir(), 'graph-start-'));
const home = layOutHome(folder);
let server: EmbeddedServer;

const start = (role: 'service' | 'command' = 'service') => startEmbedded({ ...smallServer(folder), role }, () => {});

async function ask(cypher: string) {
  const database = connect({ ...server, database: 'neo4j', transactionTimeoutMs: 5000 });
  try {
    return await database.write((tx) => tx.run(cypher));
  } finally {
    await database.close();
  }
}

function changeRecord(change: object): void {
  writeFileSync(home.record, JSON.stringify({ ...JSON.parse(readFileSync(home.record, 'utf8')), ...change }));
}

beforeAll(async () => {
  server = await start();
});

afterAll(async () => {
  await stopServer(home);
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded Neo4j', () => {
  it('is a Community 5.26 that answers with APOC', async () => {
    const [row] = await ask(
      'CALL dbms.components() YIELD edition, versions RETURN edition, versions[0] AS version, apoc.version() AS apoc',
    );
    expect(row).toMatchObject({ edition: 'community', version: expect.stringMatching(/^5\.26\./), apoc: expect.stringMatching(/^5\.26/) });
  });

  it('refuses the procedures that reach outside the graph', async () => {
    await expect(ask("CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value")).rejects.toThrow(/apoc\.load\.json/);
  });

  it('keeps its password where only the operator can read it, and out of the process list', () => {
    expect(statSync(home.passwordFile).mode & 0o777).toBe(0o600);
    expect(commandOf(server.pid)).not.toContain(server.password);
  });

  it('is used, and left running, by a command that finds it', async () => {
    const guest = await start('command');
    expect(guest).toMatchObject({ reused: true, pid: server.pid });
  });

  it('is gone at once after a second Ctrl-C, and loses nothing', async () => {
    await ask('CREATE (:Kept {name: "张三"})');
    killIfOurs(home);
    const killed = server.pid;
    await expect.poll(() => commandOf(killed)).toBeUndefined();
    expect(existsSync(home.record)).toBe(false);
    server = await start();
    expect(server.reused).toBe(false);
    expect(server.pid).not.toBe(killed);
    expect(await ask('MATCH (n:Kept) RETURN n.name AS name')).toEqual([{ name: '张三' }]);
  });

  it('is taken over when the program that started it is gone', async () => {
    changeRecord({ owner: { pid: 2 ** 22, command: 'gone', role: 'service' } });
    const { pid } = server;
    server = await start();
    expect(server).toMatchObject({ reused: true, pid });
    expect(JSON.parse(readFileSync(home.record, 'utf8')).owner.pid).toBe(process.pid);
  });

  it('is not stopped by a program it does not belong to', async () => {
    const record = readFileSync(home.record, 'utf8');
    changeRecord({ owner: { pid: process.ppid, command: commandOf(process.ppid), role: 'service' } });
    await server.stop();
    expect(commandOf(server.pid)).toBeDefined();
    writeFileSync(home.record, record);
  });

  it('is gone, with its record, after a stop', async () => {
    await server.stop();
    expect(commandOf(server.pid)).toBeUndefined();
    expect(existsSync(home.record)).toBe(false);
  });

  it('never ends another process that bears the number of its record', async () => {
    writeFileSync(
      home.record,
      JSON.stringify({ pid: process.pid, port: 1, owner: { pid: 1, command: '', role: 'service' }, archive: { path: '' } }),
    );
    expect(await stopServer(home)).toBe(false);
  });
});
