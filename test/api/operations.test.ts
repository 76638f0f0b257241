import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { readPool } from '../../src/database/read-pool.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { readPending } from '../../src/recording/pending-imports.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  database = await emptyGraph();
  await importFiles(database, [testFile('spring-forum.yaml')]);
  served = await serveGraph(database);
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

async function get(path: string, url = served.url) {
  const response = await fetch(url + path);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Which checks fail on a server of its own: an answer is kept for a second. */
async function failing(over: Database = database) {
  const server = await serveGraph(over);
  onTestFinished(() => server.stop());
  const { status, text } = await get('/readyz', server.url);
  const checks: { name: string; ok: boolean; message?: string }[] = JSON.parse(text).checks;
  return { status, failing: checks.filter(({ ok }) => !ok).map(({ name, message }) => `${name}: ${message}`) };
}

const ask = (query: string) =>
  fetch(`${served.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });

describe('/livez and /readyz (F23)', () => {
  it('say that all is well, check by check', async () => {
    expect(await get('/livez')).toMatchObject({ status: 200, text: '{"status":"ok"}' });
    const { status, text } = await get('/readyz');
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { status: 'ok', checks: ['database', 'schema', 'import', 'disk', 'draining'].map((name) => ({ name, ok: true })) },
    ]);
  });

  it('tell a living service from a database that does not answer, without naming where it is', async () => {
    const nowhere = connect({ uri: 'bolt://127.0.0.1:1', username: 'x', password: 'x', database: 'neo4j', transactionTimeoutMs: 1000 });
    const server = await serveGraph(nowhere);
    onTestFinished(async () => {
      await server.stop();
      await nowhere.close();
    });
    expect((await get('/livez', server.url)).status).toBe(200);
    const { status, headers, text } = await get('/readyz', server.url);
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(JSON.parse(text).checks[0]).toEqual({ name: 'database', ok: false, message: 'The database does not answer.' });
    expect(text).not.toContain('127.0.0.1');
  });

  it('name a constraint or an index that is missing, until the next start puts it back', async () => {
    await database.schema('DROP CONSTRAINT fact_id');
    await database.schema('DROP INDEX entity_names');
    try {
      expect(await failing()).toEqual({
        status: 503,
        failing: [expect.stringMatching(/^schema: The database lacks fact_id, entity_names\./)],
      });
    } finally {
      // As every start does.
      await migrate(database);
    }
    expect(await failing()).toEqual({ status: 200, failing: [] });
  });

  it('say that an import is unfinished until its last source is stored', async () => {
    const files = ['spring-forum.yaml', 'autumn-forum.yaml'].map(testFile);
    const stored: string[][] = [];
    const progress = () => void stored.push([]);
    const watched: Database = {
      ...database,
      write: async (work, options) => {
        if (options?.timeoutMs === 600_000) stored.push(await readPending(database));
        if (stored.length === 2) throw new Error('cut off');
        return database.write(work, options);
      },
    };
    await expect(importFiles(watched, files, { progress: () => {} })).rejects.toThrow('cut off');
    expect(stored.map((ids) => ids.length)).toEqual([2, 1]);
    expect(await failing()).toEqual({ status: 503, failing: ['import: Import unfinished: 1 of its sources are not stored yet.'] });
    await importFiles(database, files, { progress });
    expect(await failing()).toEqual({ status: 200, failing: [] });
  });

  it('note nothing of a dry run', async () => {
    await importFiles(database, [testFile('autumn-forum.yaml')], { dryRun: true });
    expect(await readPending(database)).toEqual([]);
  });
});

describe('/metrics', () => {
  it('counts requests, questions by code, durations, the pool, and whether Neo4j is up', async () => {
    await ask('{ __typename }');
    await ask('{ people(first: 0) { totalCount } }');
    for (const place of ['/made/up', '/graphql/made/up', '/livez?made=up']) await get(place);
    const { status, headers, text } = await get('/metrics');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; version=/)]);
    expect(text).toMatch(/^graph_questions_total\{code="OK"\} [1-9]/m);
    expect(text).toMatch(/^graph_questions_total\{code="BAD_USER_INPUT"\} 1$/m);
    expect(text).toMatch(/^graph_http_requests_total\{place="\/graphql",status="400"\} 1$/m);
    expect(text).toMatch(/^graph_http_requests_total\{place="other",status="404"\} 2$/m);
    expect(text).toMatch(/^graph_http_requests_total\{place="\/livez",status="200"\} [1-9]/m);
    expect(text).toMatch(/^graph_http_request_duration_seconds_count\{place="\/graphql"\} 2$/m);
    expect(text).toMatch(/^graph_driver_connections\{state="idle"\} [1-9]/m);
    expect(text).toMatch(/^graph_neo4j_up 1$/m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
    expect(text).not.toContain('/made/up');
  });

  it('sees a connection that is at work', async () => {
    const slow = database.read('UNWIND range(1, 3000000) AS i RETURN sum(i)', {}, { timeoutMs: 60_000 });
    await expect.poll(() => readPool(database.driver)?.busy).toBeGreaterThan(0);
    await slow;
    expect(readPool(database.driver)?.busy).toBe(0);
  });
});
