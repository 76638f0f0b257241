import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { checkHealed } from '../support/check-fault.ts';
import { testServer } from '../support/embedded-server.ts';
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts';
import { noteSafety } from '../support/note-safety.ts';
import { seededGraph, testFile } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const deadlineMs = 10_000;
const clients = 20;
let way: FaultProxy;
let database: Database;
let direct: Database;
let served: ServedGraph;
let digest: string;

beforeAll(async () => {
  direct = await seededGraph([testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')]);
  digest = await computeDigest(direct);
  way = await faultProxy(testServer().uri);
  database = connect({ ...testServer(), uri: way.uri, database: 'neo4j', transactionTimeoutMs: 10_000 });
  served = await serveGraph(database, {
    GRAPH_ANSWER_STORE_MB: '0',
    GRAPH_LOG_LEVEL: 'silent',
    GRAPH_REQUEST_TIMEOUT_MS: String(deadlineMs),
  });
});

afterAll(async () => {
  await served.stop();
  await database.close();
  await way.close();
  await direct.close();
});

afterEach(async () => {
  expect(await checkHealed(direct, digest)).toEqual([]);
});

async function ask() {
  const began = performance.now();
  const body = JSON.stringify({ query: '{ people(first: 5) { totalCount edges { node { name } } } }' });
  const answer = await fetch(`${served.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const { errors } = JSON.parse(await answer.text());
  return { status: answer.status, code: errors?.[0].extensions.code ?? '', ms: performance.now() - began };
}

/** Answers of many at once; none is kept, so that each is made. */
const askMany = () => Promise.all(Array.from({ length: clients }, ask));
const slowest = (answers: readonly { ms: number }[]): number => Math.round(Math.max(...answers.map(({ ms }) => ms)));

describe('F5: between the API and Neo4j', () => {
  it.each<[string, () => void, RegExp]>([
    ['200 ms of latency', () => way.slow(200), /^200 $/],
    ['1 kB a second', () => way.slow(0, 1000), /^(?:200 |503 SERVICE_UNAVAILABLE|504 TIMEOUT)$/],
    ['a way on which nothing arrives', () => way.hold(), /^(?:503 SERVICE_UNAVAILABLE|504 TIMEOUT)$/],
  ])('%s holds nobody beyond the deadline, and leaves nothing behind when it ends', async (what, worsen, allowed) => {
    expect(new Set((await askMany()).map(({ status }) => status))).toEqual(new Set([200]));
    worsen();
    const [answers, alive] = await Promise.all([askMany(), fetch(`${served.url}/livez`)]);
    expect(alive.status).toBe(200);
    for (const { status, code } of answers) expect(`${status} ${code}`).toMatch(allowed);
    expect(slowest(answers)).toBeLessThan(deadlineMs + 1500);
    way.slow(0);
    way.release();
    const healing = performance.now();
    await expect.poll(async () => (await ask()).status, { timeout: 10_000, interval: 200 }).toBe(200);
    const healedMs = Math.round(performance.now() - healing);
    // A backlog would keep connections at work, statements in Neo4j, or the next ones waiting.
    await expect.poll(() => readPool(database.driver)?.busy, { timeout: 10_000 }).toBe(0);
    await expect
      .poll(async () => (await direct.read('SHOW TRANSACTIONS YIELD username RETURN 1 AS one')).length, { timeout: 10_000 })
      .toBe(1);
    const after = await askMany();
    expect(new Set(after.map(({ status }) => status))).toEqual(new Set([200]));
    expect(slowest(after)).toBeLessThan(5000);
    const said = [...new Set(answers.map(({ status }) => status))].sort().join(', ');
    noteSafety('F5', { status: said, ms: slowest(answers), note: `${what}, ${clients} clients; healed in ${healedMs} ms` });
  });
});

it('F5: a dead way is noticed though a connection lies ready that nothing was asked on', async () => {
  // The driver's own check opens one, and takes its word as long as nobody else does.
  await Promise.all(Array.from({ length: 4 }, () => database.driver.verifyConnectivity()));
  way.hold();
  const answer = await ask();
  way.release();
  noteSafety('F5', { ...answer, note: 'connections that nothing was asked on' });
  expect([answer.status, answer.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect(answer.ms).toBeLessThan(7000);
});
