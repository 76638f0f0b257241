import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askOverHttp, statusAndCode } from '../support/ask-over-http.ts';
import { testServer } from '../support/embedded-server.ts';
import { noteSafety } from '../support/note-safety.ts';
import { residentMb } from '../support/resident-memory.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { serveGraph } from '../support/serve-graph.ts';
import { startService } from '../support/start-service.ts';

let database: Database;

beforeAll(async () => {
  database = await seededGraph();
});

afterAll(() => database.close());

describe('F19 a statement that collects everything', () => {
  const greedy = 'UNWIND range(1, 100000000) AS i RETURN size(collect(toString(i) + "0123456789")) AS all';

  it('F19: ends at the memory of one transaction as QUERY_TOO_COSTLY, once; others are answered, and Neo4j lives', async () => {
    let statements = 0;
    const hungry: Database = {
      ...database,
      read: (_cypher, _params, options) => {
        statements += 1;
        return database.read(greedy, {}, { ...options, timeoutMs: 20_000 });
      },
    };
    const served = await serveGraph(hungry, { GRAPH_REQUEST_TIMEOUT_MS: '30000', GRAPH_ANSWER_STORE_MB: '0' });
    const others = await serveGraph(database, { GRAPH_ANSWER_STORE_MB: '0' });
    try {
      const begun = performance.now();
      const asked = askOverHttp(served.url, '{ entity(id: "person:fan-daiming") { name } }');
      const beside = await askOverHttp(others.url, '{ people(first: 3) { totalCount } }');
      const answer = await asked;
      expect(statusAndCode(answer)).toEqual([200, 'QUERY_TOO_COSTLY']);
      expect(answer.body.errors[0].message).toContain('more memory');
      expect([statements, beside.status]).toEqual([1, 200]);
      expect((await askOverHttp(others.url, '{ people(first: 3) { totalCount } }')).status).toBe(200);
      noteSafety('F19', { status: 200, code: 'QUERY_TOO_COSTLY', ms: performance.now() - begun });
    } finally {
      await Promise.all([served.stop(), others.stop()]);
    }
  });

  it('F19: is not tried again and again where the driver repeats what it takes for passing', async () => {
    let tries = 0;
    const work = database.write(
      async (tx) => {
        tries += 1;
        await tx.run(greedy);
      },
      { timeoutMs: 20_000 },
    );
    await expect(work).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
    expect(tries).toBeLessThanOrEqual(3);
  });
});

describe('F20 little memory for the API', { timeout: 300_000 }, () => {
  it('F20: fifty of the largest pages at once are answered or refused, and the service goes on', async () => {
    const { uri, password } = testServer();
    const service = await startService({
      NEO4J_URI: uri,
      NEO4J_PASSWORD: password,
      NODE_OPTIONS: '--max-old-space-size=256',
      GRAPH_ANSWER_STORE_MB: '0',
    });
    try {
      await service.line(/^Ready/);
      const largest = '{ people(first: 100) { edges { node { id name aliases label facts(first: 50) { edges { cursor } } } } } }';
      const answers = await Promise.all(Array.from({ length: 50 }, () => askOverHttp(service.url, largest)));
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => ![200, 503, 504].includes(status))).toEqual([]);
      expect(statuses).toContain(200);
      const memoryMb = residentMb(service.pid);
      expect(memoryMb).toBeLessThan(600);
      expect((await askOverHttp(service.url, largest)).status).toBe(200);
      const count = (wanted: number) => statuses.filter((status) => status === wanted).length;
      noteSafety('F20', { status: 503, memoryMb, note: `${count(200)} answered, ${count(503)} refused, ${count(504)} too late` });
    } finally {
      service.terminate();
      expect(await service.ended).toBe(0);
    }
  });
});
