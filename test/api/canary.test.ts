import { afterAll, expect, it } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { explainError } from '../../src/domain/errors.ts';
import { askOverHttp, bearer } from '../support/ask-over-http.ts';
import { testServer } from '../support/embedded-server.ts';
import { claims, jwtSettings, signed } from '../support/make-token.ts';
import { serveGraph } from '../support/serve-graph.ts';

const canary = 'Kanarienvogel-4711-singt-im-Bergwerk';
const settings = { ...jwtSettings, GRAPH_JWT_SECRET: canary };
// A name of its own: Neo4j shuts out one that errs often.
const options = { username: canary, password: canary, database: 'neo4j', transactionTimeoutMs: 1000 };
const databases = [connect({ ...options, uri: testServer().uri }), connect({ ...options, uri: 'bolt://127.0.0.1:1' })];
afterAll(() => Promise.all(databases.map((database) => database.close())));

const question = '{ entity(id: "person:fan-daiming") { name } }';

it('no secret stands in an answer or in the log, whatever fails', async () => {
  const seen: string[] = [];
  for (const database of databases) {
    const served = await serveGraph(database, settings);
    const token = await signed(claims(), canary);
    for (const headers of [{}, bearer(token), bearer(await signed(claims({ exp: 1 }), canary)), { authorization: canary }]) {
      const { status, text } = await askOverHttp(served.url, question, headers);
      expect(status).toBeGreaterThanOrEqual(400);
      seen.push(text);
    }
    seen.push(...served.logged, await (await fetch(`${served.url}/readyz`)).text(), await (await fetch(`${served.url}/metrics`)).text());
    await served.stop();
    expect(seen.join('\n')).not.toContain(token);
  }
  expect(seen.length).toBeGreaterThan(8);
  expect(seen.join('\n')).not.toContain(canary);
});

it('no secret stands in what a start says that fails', async () => {
  const said = await databases[0]?.read('RETURN 1').catch((error: unknown) => explainError(error));
  expect(said).toBe('Neo4j refuses the credentials. Check NEO4J_USERNAME and NEO4J_PASSWORD.');
});
