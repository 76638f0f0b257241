import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { askOverHttp, statusAndCode } from '../support/ask-over-http.ts';
import { checkHealed } from '../support/check-fault.ts';
import { noteSafety } from '../support/note-safety.ts';
import { serveGraph } from '../support/serve-graph.ts';
import { type UsualServer, usualServer } from '../support/usual-server.ts';

let server: UsualServer;
let database: Database;
let digest: string;

beforeAll(async () => {
  server = await usualServer();
  database = server.database;
  digest = await computeDigest(database);
}, 300_000);

afterEach(async () => {
  expect(await checkHealed(database, digest)).toEqual([]);
});

afterAll(() => server.stop());

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

  it('F19: which many do at once, none too much for itself, ends as SERVICE_UNAVAILABLE, for that passes', async () => {
    const holding =
      'UNWIND range(1, 800000) AS i WITH collect(toString(i) + "0123456789") AS texts UNWIND range(1, 10000000) AS j RETURN size(texts), count(j)';
    const hold = () =>
      database.read(holding, {}, { timeoutMs: 60_000 }).then(
        () => 'answered',
        ({ code }) => code,
      );
    expect(await hold()).toBe('answered');
    const ends = new Set(await Promise.all(Array.from({ length: 8 }, hold)));
    ends.delete('answered');
    expect(ends).toEqual(new Set(['SERVICE_UNAVAILABLE']));
    noteSafety('F19', { status: 503, code: 'SERVICE_UNAVAILABLE', note: 'eight at once' });
    expect(await hold()).toBe('answered');
  });
});
