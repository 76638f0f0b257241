import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { holdHome } from '../../src/database/embedded/hold-home.ts';
import { keepPassword } from '../../src/database/embedded/keep-password.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { commandOf } from '../../src/database/embedded/server-process.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { checkHealed } from '../support/check-fault.ts';
import { noteSafety } from '../support/note-safety.ts';
import { runService, type Service } from '../support/run-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'graph-supervised-'));
const home = layOutHome(folder);
let service: Service;
let url: string;

const record = (): { pid: number; port: number; ready: boolean } => JSON.parse(readFileSync(home.record, 'utf8'));

beforeAll(async () => {
  const project = layOutHome(fileURLToPath(new URL('../../.neo4j', import.meta.url)));
  symlinkSync(project.lib, home.lib);
  cpSync(project.plugins, home.plugins, { recursive: true });
  cpSync(project.archives, home.archives, { recursive: true });
  // None kept: in the first second of an outage one could still be given.
  service = runService({ GRAPH_HOME: folder, GRAPH_HEAP: '256m', GRAPH_ANSWER_STORE_MB: '0' });
  url = /GraphQL (http:\S+)\/graphql/.exec(await service.line(/^Ready/))?.[1] ?? '';
}, 600_000);

afterAll(async () => {
  service.kill();
  await stopServer(home);
  rmSync(folder, { recursive: true, force: true });
});

const statusOf = async (path: string) => (await fetch(url + path)).status;
const ask = async () => {
  const body = JSON.stringify({ query: '{ people(first: 1) { totalCount } }' });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body: await response.json() };
};

/** Asks until it is answered, and notes every answer on the way. */
async function askUntilHealed() {
  const begin = performance.now();
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  let slowest = 0;
  do {
    const asked = performance.now();
    answers.push(await ask());
    slowest = Math.max(slowest, performance.now() - asked);
    await sleep(200);
  } while (answers.at(-1)?.status !== 200);
  return { answers, slowest, seconds: (performance.now() - begin) / 1000 };
}

describe('the embedded Neo4j under a running service (F2)', { timeout: 300_000 }, () => {
  it('F2: is started again after a crash, at the same port; the service answers 503 meanwhile and heals by itself', async () => {
    expect((await ask()).status).toBe(200);
    const before = record();
    const uri = `bolt://127.0.0.1:${before.port}`;
    const database = connect({ uri, username: 'neo4j', password: keepPassword(home), database: 'neo4j', transactionTimeoutMs: 10_000 });
    onTestFinished(() => database.close());
    const digest = await computeDigest(database);
    process.kill(before.pid, 'SIGKILL');
    await expect.poll(() => commandOf(before.pid)).toBeUndefined();
    expect(await statusOf('/livez')).toBe(200);
    const { answers, slowest, seconds } = await askUntilHealed();
    const refused = answers.slice(0, -1);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) expect(answer).toMatchObject({ status: 503, retryAfter: expect.any(String) });
    expect(slowest).toBeLessThan(7000);
    expect(record()).toMatchObject({ port: before.port });
    expect(record().pid).not.toBe(before.pid);
    await expect.poll(() => statusOf('/readyz'), { timeout: 10_000 }).toBe(200);
    expect(await checkHealed(database, digest)).toEqual([]);
    noteSafety('F2', {
      status: 503,
      ms: slowest,
      note: `embedded, killed: ${refused.length} refused, ${seconds.toFixed(1)} s to the first answer`,
    });
  });

  it('is never started while its home is held, nor twice', async () => {
    const release = holdHome(home, 'a test');
    try {
      await stopServer(home);
      await sleep(3000);
      expect(() => record()).toThrow();
      expect(await statusOf('/readyz')).toBe(503);
    } finally {
      release();
    }
    await askUntilHealed();
    expect(service.lines().filter((line) => line.startsWith('Neo4j has ended')).length).toBe(2);
  });

  it('ends with the service, exit code 0, also on SIGTERM', async () => {
    const { pid } = record();
    service.terminate();
    expect(await service.ended).toBe(0);
    expect(commandOf(pid)).toBeUndefined();
  });
});
