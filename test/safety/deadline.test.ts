import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { checkHealed } from '../support/check-fault.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';
import { countSlow, slowForLibrary, slowForUs } from '../support/slow-database.ts';

const forOurs = '{ entity(id: "person:fan-daiming") { name } }';
const forTheLibrary = '{ person(id: "person:fan-daiming") { positions { title } } }';
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

const running = () => countSlow(database);

async function serving<T>(broken: Database, settings: Record<string, string>, use: (server: ServedGraph) => Promise<T>): Promise<T> {
  const server = await serveGraph(broken, { GRAPH_ANSWER_STORE_MB: '0', ...settings });
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

const post = (server: ServedGraph, query: string, signal?: AbortSignal) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal,
  });

describe.each([
  ['a statement of ours', slowForUs, forOurs],
  ['a statement of the library', slowForLibrary, forTheLibrary],
])('%s', (_what, slowed, query) => {
  it('F5: is ended in Neo4j by the deadline of its request, which answers 504 and frees the connection', async () => {
    await serving(slowed(database), { GRAPH_REQUEST_TIMEOUT_MS: '1500' }, async (server) => {
      const answer = post(server, query);
      await expect.poll(running, patience).toBe(1);
      expect((await answer).status).toBe(504);
      const { errors } = JSON.parse(await (await answer).text());
      expect(errors[0].extensions.code).toBe('TIMEOUT');
      expect(errors[0].message).toMatch(/^The request took longer than 1\.5 s\./);
      await expect.poll(running, patience).toBe(0);
      await expect.poll(() => readPool(database.driver)?.busy, patience).toBe(0);
    });
  });

  it('F5: is ended in Neo4j when the client leaves, and the log says no more than that', async () => {
    await serving(slowed(database), {}, async (server) => {
      const leaving = new AbortController();
      const answer = post(server, query, leaving.signal);
      await expect.poll(running, patience).toBe(1);
      leaving.abort();
      await expect(answer).rejects.toThrow('aborted');
      await expect.poll(running, patience).toBe(0);
      await expect.poll(() => readPool(database.driver)?.busy, patience).toBe(0);
      const lines = server.logged.map((line) => JSON.parse(line));
      expect(lines).toEqual([expect.objectContaining({ msg: 'request', left: true, status: 0 })]);
    });
  });
});

it('F5: what was answered before the deadline stands beside the error', async () => {
  await serving(slowForLibrary(database), { GRAPH_REQUEST_TIMEOUT_MS: '1500' }, async (server) => {
    const answer = await post(
      server,
      `{ entity(id: "person:fan-daiming") { name } person(id: "person:fan-daiming") { positions { title } } }`,
    );
    expect(answer.status).toBe(200);
    const { data, errors } = JSON.parse(await answer.text());
    expect(data).toEqual({ entity: { name: '樊代明' }, person: null });
    expect(errors.map(({ extensions }: { extensions: unknown }) => extensions)).toEqual([
      { code: 'TIMEOUT', limit: { name: 'ms for the answer', allowed: 1500 } },
    ]);
  });
});

it('F5: a question that waits for something other than the database is answered for', async () => {
  const deaf: Database = { ...database, read: () => new Promise(() => {}) };
  await serving(deaf, { GRAPH_REQUEST_TIMEOUT_MS: '300' }, async (server) => {
    const answer = await post(server, forOurs);
    expect([answer.status, JSON.parse(await answer.text()).errors[0].extensions.code]).toEqual([504, 'TIMEOUT']);
  });
});
