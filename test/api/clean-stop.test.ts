import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { testDatabase, testServer } from '../support/embedded-server.ts';
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts';
import { emptyGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';
import { countSlow, slowForUs } from '../support/slow-database.ts';

let held: FaultProxy;
let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  await (await emptyGraph()).close();
});

beforeEach(async () => {
  held = await faultProxy(testServer().uri);
  database = connect({ ...testServer(), uri: held.uri, database: 'neo4j', transactionTimeoutMs: 60_000 });
  // Its own deadline would come first.
  served = await serveGraph(database, { GRAPH_ANSWER_STORE_MB: '0', GRAPH_REQUEST_TIMEOUT_MS: '60000' });
});

afterAll(async () => {
  await served.stop();
  await database.close();
  await held.close();
});

const ask = async (query = '{ people(first: 1) { totalCount } }', { url } = served) => {
  const body = JSON.stringify({ query });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...JSON.parse(await response.text()) };
};

/** A question that Neo4j leaves without an answer; wrapped, for a bare promise would be awaited. */
const running = async () => {
  await ask();
  held.hold();
  const answer = ask();
  await expect.poll(() => readPool(database.driver)?.busy).toBe(1);
  return { answer };
};

describe('a clean stop (F7)', () => {
  it('says on /readyz that it stops, lets what runs end, refuses what comes anew, and then is gone', async () => {
    const { answer } = await running();
    const stopped = served.stop();
    const ready = await fetch(`${served.url}/readyz`);
    const { checks } = (await ready.json()) as { checks: unknown[] };
    expect([ready.status, checks.at(-1)]).toEqual([503, { name: 'draining', ok: false, message: 'The service is stopping.' }]);
    expect(await ask()).toMatchObject({ status: 503, retryAfter: '5', errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    held.release();
    expect(await answer).toMatchObject({ status: 200, data: { people: { totalCount: 0 } } });
    await stopped;
    await expect(fetch(`${served.url}/livez`)).rejects.toThrow();
    await database.close();
    await held.close();
  });

  it('answers 503 to what does not end in time', async () => {
    // Neo4j is there, and at work: of one that is not, the question hears at once.
    const busy = await serveGraph(slowForUs(database), { GRAPH_ANSWER_STORE_MB: '0', GRAPH_REQUEST_TIMEOUT_MS: '60000' });
    const answer = ask('{ entity(id: "person:nobody") { name } }', busy);
    await expect.poll(() => countSlow(database)).toBe(1);
    await busy.stop();
    expect(await answer).toMatchObject({ status: 503, retryAfter: '5', errors: [{ message: expect.stringContaining('stopping') }] });
    // With its connection its statement ends.
    await database.close();
    const direct = testDatabase();
    await expect.poll(() => countSlow(direct)).toBe(0);
    await direct.close();
  });
});
