import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { diagnoseMachine } from '../../src/database/embedded/diagnose-machine.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import { diagnoseGraph } from '../../src/recording/diagnose-graph.ts';
import { notePending } from '../../src/recording/pending-imports.ts';
import { testServer } from '../support/embedded-server.ts';
import { plainServer } from '../support/plain-server.ts';
import { rewritingProxy } from '../support/rewriting-proxy.ts';
import { runCommand } from '../support/run-command.ts';
import { emptyGraph } from '../support/seeded-graph.ts';

const bootstrap = fileURLToPath(new URL('../../src/bootstrap.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'graph-doctor-'));
let database: Database;

beforeAll(async () => {
  database = await emptyGraph();
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const states = (found: readonly Diagnosis[]) => Object.fromEntries(found.map(({ check, state }) => [check, state]));
const of = (found: readonly Diagnosis[], name: string) => found.find(({ check }) => check === name);

const doctor = [process.execPath, bootstrap, 'cli', 'doctor', '--json'];

function runDoctor(settings: Record<string, string>, [command = '', ...args] = doctor) {
  const env = { PATH: process.env.PATH, GRAPH_PORT: '0', ...settings };
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', env });
  return { status, found: JSON.parse(stdout) as Diagnosis[] };
}

/** A server of the operator's, as settings name it. */
const remote = ({ uri, username, password } = testServer()) => ({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
/** What is no warning and no fault is of no account here. */
const troubles = (found: readonly Diagnosis[]) => found.filter(({ state }) => state !== 'ok');

describe('the doctor', () => {
  it('finds a machine that has what the embedded Neo4j needs', async () => {
    const { PATH: searchPath = '', JAVA_HOME: javaHome } = process.env;
    const found = await diagnoseMachine({ home: join(folder, 'new'), searchPath, javaHome, leastFreeMb: 1 });
    expect(states(found)).toMatchObject({ Java: 'ok', Maven: 'ok', 'Neo4j files': 'warning', disk: 'ok', 'Neo4j process': 'ok' });
  });

  it('says what to do about no Java or Maven, a full disk, and a password that others can read', async () => {
    const home = layOutHome(folder);
    writeFileSync(home.passwordFile, 'x');
    chmodSync(home.passwordFile, 0o644);
    writeFileSync(join(folder, 'java'), '#!/bin/sh\necho \'openjdk version "11.0.2"\' >&2\n', { mode: 0o755 });
    const found = await diagnoseMachine({ home: folder, searchPath: folder, javaHome: folder, leastFreeMb: 10 ** 9 });
    expect(states(found)).toMatchObject({ Maven: 'fault', disk: 'fault', 'password file': 'fault' });
    const without = await diagnoseMachine({ home: folder, searchPath: folder, jvmFolders: [], leastFreeMb: 1 });
    expect(of(without, 'Java')).toMatchObject({ state: 'fault', found: expect.stringMatching(/found only Java 11 /) });
    expect(of(without, 'Java')?.advice).toMatch(/1\. Install.*2\. .*NEO4J_URI.*3\. .*docker compose up/s);
    expect(of(found, 'disk')?.advice).toMatch(/^Free 1000000000 MB .*GRAPH_HOME/);
    expect(of(found, 'password file')?.advice).toBe(`chmod 600 ${home.passwordFile}`);
  });

  it('finds the graph sound, then what is missing and unfinished in it', async () => {
    expect(states(await diagnoseGraph(database))).toEqual({
      Neo4j: 'ok',
      'limits of Neo4j': 'ok',
      APOC: 'ok',
      'constraints and indexes': 'ok',
      imports: 'ok',
      graph: 'ok',
      digest: 'ok',
    });
    await database.schema('DROP INDEX fact_kind');
    await notePending(database, ['source:cut-off']);
    const found = await diagnoseGraph(database);
    expect(of(found, 'constraints and indexes')).toMatchObject({ state: 'fault', found: 'missing: fact_kind' });
    expect(of(found, 'imports')).toMatchObject({ state: 'warning', found: 'unfinished: source:cut-off' });
    await (await emptyGraph()).close();
  });

  it('ends with 0 where nothing must be changed', () => {
    const { status, found } = runDoctor(remote());
    expect(found.filter(({ state }) => state === 'fault')).toEqual([]);
    expect(status).toBe(0);
  });

  it('names wrong settings as a fault, and ends with 1', () => {
    const { status, found } = runDoctor({ GRAPH_PROT: '1' });
    expect([status, found.at(-1)]).toEqual([
      1,
      {
        check: 'settings',
        state: 'fault',
        found: 'The settings cannot be used:\n  - GRAPH_PROT is not a setting; did you mean GRAPH_PORT?',
        advice: expect.any(String),
      },
    ]);
  });
});

describe('the doctor, in a process of its own, says what to do and ends with 1 where it must be done, about', () => {
  // Where it is not hidden, every machine that runs these tests has a Java.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)('no Java, as far as root can hide what is installed', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty, { recursive: true });
    const hide = 'PATH=/usr/sbin:/usr/bin:/sbin:/bin mount --bind "$0" /usr/lib/jvm && exec "$@"';
    const { status, found } = runDoctor({ PATH: empty, GRAPH_HOME: empty }, [
      '/usr/bin/unshare',
      '-m',
      '/bin/sh',
      '-c',
      hide,
      empty,
      ...doctor,
    ]);
    expect(status).toBe(1);
    expect(of(found, 'Java')).toEqual({
      check: 'Java',
      state: 'fault',
      found: 'The embedded Neo4j needs Java 17 or 21, and none was found.',
      advice: expect.stringMatching(/1\. Install.*2\. .*NEO4J_URI.*3\. .*docker compose up/s),
    });
    // It does not go on to what cannot be without it.
    expect(of(found, 'Neo4j')).toBeUndefined();
  });

  it('a port that another program has', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const { status, found } = runDoctor({ ...remote(), GRAPH_PORT: String(port) });
    squatter.close();
    expect([status, troubles(found)]).toEqual([
      1,
      [
        {
          check: 'port',
          state: 'fault',
          found: `${port} on 127.0.0.1 cannot be had (EADDRINUSE)`,
          advice: 'Stop what uses it, or set GRAPH_PORT and GRAPH_HOST.',
        },
      ],
    ]);
  });

  // A real Neo4j, of whose version the way tells something else.
  it.each([
    ['5.25.31', 1, { state: 'fault', found: '5.25.31 community', advice: 'Use Neo4j 5.26.' }],
    ['5.26.21', 0, { state: 'warning', found: '5.26.21 community', advice: 'Use Neo4j 5.26.22 or later.' }],
  ])('a Neo4j %s', async (version, code, trouble) => {
    const [row] = await database.read('CALL dbms.components() YIELD versions RETURN versions[0] AS version');
    const proxy = await rewritingProxy(testServer().uri, String(row?.version), version);
    const doctors = runCommand(['doctor', '--json'], { GRAPH_PORT: '0', ...remote(), NEO4J_URI: proxy.uri });
    const { code: status, out } = await doctors.ended;
    proxy.close();
    expect([status, troubles(JSON.parse(out))]).toEqual([code, [{ check: 'Neo4j', ...trouble }]]);
  });

  it('a Neo4j without limits and without APOC', async () => {
    const home = mkdtempSync(join(tmpdir(), 'graph-plain-'));
    const server = await plainServer(home, { 'db.transaction.concurrent.maximum': '0' });
    onTestFinished(async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    });
    const { status, found } = runDoctor(remote(server));
    expect([status, troubles(found)]).toEqual([
      1,
      [
        {
          check: 'limits of Neo4j',
          state: 'warning',
          found: expect.stringMatching(/^unlimited: /),
          advice: 'Set them in neo4j.conf as src/database/embedded/write-configuration.ts does.',
        },
        { check: 'APOC', state: 'fault', found: 'missing', advice: 'Install APOC core of the same version as Neo4j.' },
        {
          check: 'constraints and indexes',
          state: 'fault',
          found: expect.stringMatching(/^missing: /),
          advice: '`npm start` puts them back.',
        },
      ],
    ]);
    expect(of(found, 'limits of Neo4j')?.found.replace('unlimited: ', '').split(', ').sort()).toEqual([
      'db.lock.acquisition.timeout',
      'db.memory.transaction.max',
      'db.transaction.concurrent.maximum',
      'db.transaction.timeout',
    ]);
  });
});
