import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { askOverHttp, statusAndCode } from '../support/ask-over-http.ts';
import { checkHealed } from '../support/check-fault.ts';
import { noteSafety } from '../support/note-safety.ts';
import { percentile } from '../support/percentile.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { serveGraph } from '../support/serve-graph.ts';
import { countSlow, slowForLibrary, slowForUs } from '../support/slow-database.ts';
import { watchAddress } from '../support/watch-address.ts';

const question = '{ entity(id: "person:fan-daiming") { name } }';
// A neighbour, which the library reads.
const slowPart = 'person(id: "person:fan-daiming") { statements { id } }';
const slowQuestion = `{ ${slowPart} }`;
const patience = { timeout: 20_000 };
let database: Database;
let digest: string;

beforeAll(async () => {
  database = await seededGraph();
  digest = await computeDigest(database);
});

afterEach(async () => {
  expect(await checkHealed(database, digest)).toEqual([]);
});

afterAll(() => database.close());

async function serve(over: Database, settings = {}) {
  const server = await serveGraph(over, { GRAPH_ANSWER_STORE_MB: '0', ...settings });
  onTestFinished(() => server.stop());
  return server;
}

/** Asks, and notes how long the answer took. Units: ms. */
async function timed<T>(work: () => Promise<T>): Promise<{ answer: T; ms: number }> {
  const begun = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - begun };
}

describe('F21 two hundred slow questions at once', () => {
  it('F21: so many run, a few wait a moment, the rest hear 503 at once; /livez answers quickly all the while', async () => {
    const { url } = await serve(slowForLibrary(database, 3000));
    await askOverHttp(url, question);
    const lives = watchAddress(`${url}/livez`);
    const asked = Array.from({ length: 200 }, () => timed(() => askOverHttp(url, slowQuestion)));
    const answers = await Promise.all(asked);
    const living = await lives.stop();
    const refused = answers.filter(({ answer }) => answer.status === 503);
    const ran = answers.filter(({ answer }) => answer.status === 504);
    expect([ran.length, refused.length]).toEqual([24, 176]);
    for (const { answer } of refused) {
      expect(statusAndCode(answer)).toEqual([503, 'SERVICE_UNAVAILABLE']);
      expect(answer.headers.get('retry-after')).toBe('5');
      expect(answer.body.errors[0].extensions.limit).toMatchObject({ name: 'running questions', allowed: 24 });
    }
    const slowest = percentile(
      refused.map(({ ms }) => ms),
      100,
    );
    const p99 = percentile(
      living.map(({ ms }) => ms),
      99,
    );
    noteSafety('F21', {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      ms: slowest,
      note: `176 of 200 refused; /livez p99 ${p99.toFixed(0)} ms`,
    });
    // Two of them are the wait for a place.
    expect(slowest).toBeLessThan(4000);
    expect(p99).toBeLessThan(250);
    expect(new Set(living.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('F21: the connections are free again after it, and a burst of quick ones is answered whole', async () => {
    const { url } = await serve(database);
    await expect.poll(() => readPool(database.driver)?.busy, patience).toBe(0);
    const answers = await Promise.all(Array.from({ length: 48 }, () => askOverHttp(url, question)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await expect.poll(() => readPool(database.driver)?.busy, patience).toBe(0);
  });

  it('F21: a question that waits for its turn and leaves is forgotten, and the next has its place', async () => {
    const { url } = await serve(slowForUs(database, 1500), { GRAPH_MAX_RUNNING: '1' });
    const first = askOverHttp(url, question);
    await expect.poll(() => countSlow(database), patience).toBe(1);
    const leaving = new AbortController();
    const body = JSON.stringify({ query: question });
    const left = fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: leaving.signal });
    await sleep(100);
    expect((await askOverHttp(url, question)).status).toBe(503);
    leaving.abort();
    await expect(left).rejects.toThrow('aborted');
    await expect.poll(async () => (await askOverHttp(url, '{ __typename }')).status, patience).toBe(200);
    expect((await first).status).toBe(504);
  });
});

describe('F21 one question of many slow parts', () => {
  const parts = Array.from({ length: 10 }, (_, index) => `a${index}: ${slowPart}`).join(' ');

  it('F21: has one connection and the spare ones, and others are answered meanwhile', async () => {
    const { url } = await serve(slowForLibrary(database, 3000));
    const leaving = new AbortController();
    const body = JSON.stringify({ query: `{ ${parts} }` });
    const wide = fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal: leaving.signal });
    await expect.poll(() => countSlow(database), patience).toBe(5);
    const others = await Promise.all(Array.from({ length: 10 }, () => timed(() => askOverHttp(url, question))));
    expect(others.map(({ answer }) => answer.status)).toEqual(Array(10).fill(200));
    expect(await countSlow(database)).toBeLessThanOrEqual(5);
    leaving.abort();
    await expect(wide).rejects.toThrow('aborted');
    await expect.poll(() => countSlow(database), patience).toBe(0);
  });
});
