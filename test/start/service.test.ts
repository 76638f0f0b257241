import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findFreePort } from '../../src/database/embedded/find-free-port.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { commandOf } from '../../src/database/embedded/server-process.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { readStatus } from '../../src/recording/read-status.ts';
import { askOverHttp, statusAndCode } from '../support/ask-over-http.ts';
import { clearGraph, testDatabase, testServer } from '../support/embedded-server.ts';
import { runService, type Service } from '../support/run-service.ts';
import { seedFiles, testFile } from '../support/seeded-graph.ts';

const { uri, username, password } = testServer();
const remote = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
const ready = /^Ready: GraphQL (http:\S+)\/graphql · GraphiQL \S+ \(\d+ entities, \d+ facts\)$/;
const database = testDatabase();

beforeAll(async () => {
  // Whoever starts first compiles; no other shall do so beside it.
  await runService({ GRAPH_PROT: '1' }).ended;
});

afterAll(async () => {
  await clearGraph(database);
  await database.close();
});

/** What it printed after the progress: one message, and no stack trace. */
async function faultOf(service: Service): Promise<{ code: number | null; message: string }> {
  const code = await service.ended;
  const lines = service.lines();
  expect(lines.join('\n')).not.toMatch(/^\s+at /m);
  return { code, message: lines.filter((line) => !/ …|: done in /.test(line)).join('\n') };
}

/** A service that does not outlive its test. */
function start(settings: Record<string, string>, args: string[] = []): Service {
  const service = runService(settings, args);
  onTestFinished(() => service.kill());
  return service;
}

async function startUntil(moment: RegExp, args: string[] = []): Promise<string[]> {
  const service = start(remote, args);
  await service.line(moment);
  service.interrupt();
  expect(await service.ended).toBe(0);
  return service.lines();
}

const sourcesOf = async () => (await readStatus(database)).sources.length;

// The imports take their time on a busy machine.
describe('the service at a graph of the operator', { timeout: 120_000 }, () => {
  it('leaves one that holds something as it is; ends its start with the one line Ready, and stops with 0', async () => {
    await clearGraph(database);
    await migrate(database);
    await importFiles(database, [testFile('spring-forum.yaml')]);
    expect(await startUntil(ready)).toEqual([expect.stringMatching(ready)]);
    expect(await sourcesOf()).toBe(1);
  });

  it('brings the documents there when told --seed', async () => {
    expect((await startUntil(ready, ['--seed'])).at(-1)).toMatch(ready);
    expect(await sourcesOf()).toBe(1 + seedFiles().length);
  });

  it('fills an empty one', async () => {
    await clearGraph(database);
    await startUntil(/: batch \d+ stored, the last/);
    expect(await sourcesOf()).toBeGreaterThan(0);
  });
});

describe('a start that cannot succeed', () => {
  it('names the port that is taken, and the setting', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as { port: number };
    const message = `Port ${port} is taken by another program. Stop it, or set GRAPH_PORT to a free port.`;
    expect(await faultOf(start({ ...remote, GRAPH_PORT: String(port) }))).toEqual({ code: 1, message });
    squatter.close();
  });

  it.each([
    [
      'a wrong password',
      { NEO4J_PASSWORD: 'not the password' },
      [],
      'Neo4j refuses the credentials. Check NEO4J_USERNAME and NEO4J_PASSWORD.',
    ],
    ['an address that is none', { NEO4J_URI: 'bolt://127.0.0.1:1?policy=eu' }, [], /^NEO4J_URI cannot be used: .+$/],
    [
      'an unknown setting',
      { GRAPH_PROT: '1' },
      [],
      'The settings cannot be used:\n  - GRAPH_PROT is not a setting; did you mean GRAPH_PORT?',
    ],
    ['an unknown argument', {}, ['--sed'], '--sed is not an argument of npm start. The only one is --seed.'],
  ])('says in one message what to do about %s', async (_, settings, args, message) => {
    const expected = typeof message === 'string' ? message : expect.stringMatching(message);
    expect(await faultOf(start({ ...remote, ...settings }, args))).toEqual({ code: 2, message: expected });
  });
});

describe('the service before its Neo4j (F23)', () => {
  it('opens its port, says on /readyz and to whoever asks what it waits for, and stops with 0 when it is told to', async () => {
    const port = await findFreePort();
    const url = `http://127.0.0.1:${port}`;
    const service = start({ ...remote, NEO4J_URI: 'bolt://127.0.0.1:1', GRAPH_PORT: String(port) });
    await service.line(/^Neo4j at bolt:\/\/127\.0\.0\.1:1 does not answer; the service waits for it/);
    await expect
      .poll(
        () =>
          fetch(`${url}/livez`).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 60_000 },
      )
      .toBe(true);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      {
        status: 'unavailable',
        checks: [
          { name: 'database', ok: false, message: 'The database has not answered yet.' },
          { name: 'draining', ok: true },
        ],
      },
    ]);
    const answer = await askOverHttp(url, '{ __typename }');
    expect([...statusAndCode(answer), answer.headers.get('retry-after')]).toEqual([503, 'SERVICE_UNAVAILABLE', '5']);
    service.terminate();
    expect(await service.ended).toBe(0);
  });
});

describe('the service with a Neo4j of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-service-'));
  const home = layOutHome(folder);
  const settings = { GRAPH_HOME: folder, GRAPH_HEAP: '256m' };
  const pidOfServer = (): number => JSON.parse(readFileSync(home.record, 'utf8')).pid;

  // The jars that `npm start` has fetched.
  beforeAll(() => {
    const project = layOutHome(fileURLToPath(new URL('../../.neo4j', import.meta.url)));
    symlinkSync(project.lib, home.lib);
    // Neo4j does not look for procedures behind a link.
    cpSync(project.plugins, home.plugins, { recursive: true });
    // A copy, for whoever finds none makes one when it stops.
    cpSync(project.archives, home.archives, { recursive: true });
  });

  afterAll(async () => {
    await stopServer(home);
    rmSync(folder, { recursive: true, force: true });
  });

  async function interruptAt(moment: RegExp): Promise<Service> {
    const service = start(settings);
    await service.line(moment);
    await expect.poll(() => existsSync(home.record)).toBe(true);
    const pid = pidOfServer();
    expect(commandOf(pid)).toContain(folder);
    service.interrupt();
    expect(await service.ended).toBe(0);
    expect(commandOf(pid)).toBeUndefined();
    expect(existsSync(home.record)).toBe(false);
    return service;
  }

  // At work on the import, which would take its time on a Java that has just begun.
  it.each([
    ['while its Neo4j starts', /^Starting Neo4j …/],
    ['while it records the documents', /^Starting Neo4j: done/],
  ])(
    'ends with 0, and leaves no process behind, when it is interrupted %s',
    async (_, moment) => {
      const service = await interruptAt(moment);
      expect(service.lines().at(-1)).toMatch(/^Stopping Neo4j.*: done in/);
      expect(service.lines().join('\n')).not.toMatch(/^\s+at /m);
    },
    120_000,
  );
});
