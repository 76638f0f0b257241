import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { diagnoseMachine } from '../../src/database/embedded/diagnose-machine.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import type { Diagnosis } from '../../src/domain/diagnosis.ts';
import { diagnoseGraph } from '../../src/recording/diagnose-graph.ts';
import { notePending } from '../../src/recording/pending-imports.ts';
import { testServer } from '../support/embedded-server.ts';
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

function runDoctor(settings: Record<string, string>) {
  const env = { PATH: process.env.PATH, GRAPH_PORT: '0', ...settings };
  const { status, stdout } = spawnSync(process.execPath, [bootstrap, 'cli', 'doctor', '--json'], { encoding: 'utf8', env });
  return { status, found: JSON.parse(stdout) as Diagnosis[] };
}

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
    const { uri, username, password } = testServer();
    const { status, found } = runDoctor({ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
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
