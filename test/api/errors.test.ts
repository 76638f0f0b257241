import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { OperatorError, TimeoutError } from '../../src/domain/errors.ts';
import { tryPort } from '../../src/server/listen.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const congress = 'event:cchio-2024-science-popularisation-congress';
const json = { 'content-type': 'application/json' };

let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  database = await seededGraph();
  served = await serveGraph(database);
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = { status: number; headers: Headers; body: any };

async function send(init: RequestInit, { url = served.url, search = '' } = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql${search}`, init);
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
}

const ask = (query: string, more: Record<string, unknown> = {}, url = served.url) =>
  send({ method: 'POST', headers: json, body: JSON.stringify({ query, ...more }) }, { url });
const codeOf = ({ body }: Answer) => body.errors[0].extensions.code;

/** Serves a database that fails in a way of its own, for one question. */
async function askBroken(broken: Database, query: string) {
  const server = await serveGraph(broken);
  try {
    return { answer: await ask(query, {}, server.url), logged: server.logged };
  } finally {
    await server.stop();
  }
}

describe('BAD_REQUEST', () => {
  it.each<[string, number, RequestInit]>([
    ['another method', 405, { method: 'PUT', headers: json, body: '{}' }],
    ['a body that is no JSON', 400, { method: 'POST', headers: json, body: '{' }],
    ['bytes that are no UTF-8', 400, { method: 'POST', headers: json, body: new Uint8Array([0x22, 0xff, 0x22]) }],
    ['another charset', 415, { method: 'POST', headers: { 'content-type': 'application/json; charset=gbk' }, body: '{}' }],
    ['a form', 400, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{__typename}"}' }],
    ['a body above 256 kB', 413, { method: 'POST', headers: json, body: ' '.repeat(300_000) }],
    ['a type that is no JSON', 415, { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<a/>' }],
    ['a batch', 400, { method: 'POST', headers: json, body: '[{"query":"{__typename}"}]' }],
  ])('answers %s', async (_what, status, init) => {
    const answer = await send(init);
    expect([answer.status, codeOf(answer)]).toEqual([status, 'BAD_REQUEST']);
  });

  it('answers a GET that a page of another site could send', async () => {
    const search = '?query=%7B__typename%7D';
    expect(codeOf(await send({}, { search }))).toBe('BAD_REQUEST');
    expect((await send({ headers: { 'apollo-require-preflight': '1' } }, { search })).body).toMatchObject({
      data: { __typename: 'Query' },
    });
  });
});

describe('BAD_USER_INPUT', () => {
  it.each([
    ['a page of none', `{ roster(eventId: "${congress}", first: 0) { recorded } }`],
    ['a page above 100', `{ roster(eventId: "${congress}", first: 101) { recorded } }`],
    ['a page of none of the library', '{ person(id: "person:fan-daiming") { positions(limit: 0) { title } } }'],
    ['a connection of none', '{ person(id: "person:fan-daiming") { positionsConnection(first: 0) { totalCount } } }'],
    ['a page of null', '{ people(first: null) { totalCount } }'],
    ['a page of the library of null', '{ person(id: "person:fan-daiming") { positions(limit: null) { title } } }'],
    ['a filter text above 100 characters', `{ people(filter: { text: "${'a'.repeat(101)}" }) { totalCount } }`],
    ['a cursor of nowhere', `{ roster(eventId: "${congress}", after: "x") { recorded } }`],
    ['an id of another kind', '{ roster(eventId: "person:fan-daiming") { recorded } }'],
    ['a range that ends before it starts', `{ timeline(entityIds: ["${congress}"], from: "2025-01-01", to: "2024-01-01") { totalCount } }`],
    ['a day that is none', `{ timeline(entityIds: ["${congress}"], from: "2024-02-30") { totalCount } }`],
    ['lines without a source', '{ facts(filter: { lines: { from: 1, to: 2 } }) { totalCount } }'],
    ['a phrase above 100 characters', `{ search(query: "${'a'.repeat(101)}") { totalCount } }`],
  ])('answers %s', async (_what, query) => {
    const answer = await ask(query);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('answers a variable that cannot be coerced', async () => {
    const answer = await ask('query($n: Int) { search(query: "a", first: $n) { totalCount } }', { variables: { n: 'x' } });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
  });
});

describe('QUERY_TOO_COSTLY', () => {
  const costly = '{ people(first: 100) { edges { node { facts(first: 100) { edges { node { factId } } } } } } }';

  it('says what was asked, what is allowed and what to change', async () => {
    const { status, body } = await ask(costly);
    expect([status, body.errors[0]]).toMatchObject([
      400,
      {
        message: expect.stringMatching(/^nodes: \d+ asked, 10000 allowed\. Ask smaller pages/),
        extensions: { code: 'QUERY_TOO_COSTLY', limit: { name: 'nodes', allowed: 10_000 } },
      },
    ]);
    expect(body.data).toBeUndefined();
  });

  it('is 200 where only the database finds out, when the question is being answered', async () => {
    const full = Object.assign(new Error('full'), { code: 'Neo.TransientError.General.MemoryPoolOutOfMemoryError' });
    const { answer } = await askBroken({ ...database, read: () => Promise.reject(full) }, `{ entity(id: "${congress}") { name } }`);
    expect([answer.status, codeOf(answer), answer.body.data]).toEqual([200, 'QUERY_TOO_COSTLY', { entity: null }]);
  });

  it('is only logged where the guard is told to warn, and the cost is told with the answer', async () => {
    const lenient = await serveGraph(database, { GRAPH_GUARD: 'warn' });
    try {
      const { status, body } = await ask(costly, {}, lenient.url);
      expect([status, body.data.people.edges.length > 0]).toEqual([200, true]);
      expect(body.extensions.cost).toMatchObject({ allowed: 1000, nodes: expect.any(Number) });
      expect(lenient.logged.join('')).toContain('let through');
    } finally {
      await lenient.stop();
    }
  });

  it('lets too many values through where the guard is told to warn, and a character that nobody sees never', async () => {
    const lenient = await serveGraph(database, { GRAPH_GUARD: 'warn', GRAPH_MAX_LIST_LENGTH: '1' });
    try {
      const match = 'query($names: [ID!]!) { people(filter: { ids: $names }) { totalCount } }';
      const ids = Array(2).fill('person:fan-daiming');
      const byVariable = await ask(match, { variables: { names: ids } }, lenient.url);
      const writtenOut = await ask(`{ people(filter: { ids: ${JSON.stringify(ids)} }) { totalCount } }`, {}, lenient.url);
      const answered = { data: { people: { totalCount: 1 } }, extensions: { cost: expect.anything() } };
      expect([byVariable.body, writtenOut.body]).toEqual([answered, answered]);
      for (const answer of [
        await ask('query($t: String!) { search(query: $t) { totalCount } }', { variables: { t: '樊\u202e' } }, lenient.url),
        await ask(`{ search(query: "樊\u202e") { totalCount } }`, {}, lenient.url),
      ])
        expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    } finally {
      await lenient.stop();
    }
  });
});

describe('NOT_FOUND', () => {
  it('names the argument, and leaves the other questions standing', async () => {
    const answer = await ask(`{ roster(eventId: "event:none") { recorded } entity(id: "${congress}") { name } }`);
    expect(answer.status).toBe(200);
    expect(answer.body.errors[0]).toMatchObject({ path: ['roster'], extensions: { code: 'NOT_FOUND', argument: 'eventId' } });
    expect(answer.body.data).toMatchObject({ roster: null, entity: { name: '2024 CCHIO科普大会' } });
  });

  it('is what a list of ids answers too', async () => {
    expect(codeOf(await ask('{ timeline(entityIds: ["person:nobody"]) { totalCount } }'))).toBe('NOT_FOUND');
  });
});

it.each([
  ['GRAPHQL_PARSE_FAILED', '{'],
  ['GRAPHQL_VALIDATION_FAILED', '{ nothing }'],
])('%s answers a question that cannot be read', async (code, query) => {
  const answer = await ask(query);
  expect([answer.status, codeOf(answer)]).toEqual([400, code]);
});

it('OPERATION_RESOLUTION_FAILURE answers a name that no operation bears', async () => {
  expect(codeOf(await ask('query A { __typename }', { operationName: 'B' }))).toBe('OPERATION_RESOLUTION_FAILURE');
});

it('SERVICE_UNAVAILABLE answers when Neo4j cannot be reached, and says nothing of where it is', async () => {
  const gone = connect({ uri: 'bolt://127.0.0.1:1', username: 'neo4j', password: 'x', database: 'neo4j', transactionTimeoutMs: 1000 });
  const { answer } = await askBroken(gone, `{ entity(id: "${congress}") { name } }`);
  await gone.close();
  expect([answer.status, codeOf(answer), answer.headers.get('retry-after')]).toEqual([503, 'SERVICE_UNAVAILABLE', '5']);
  expect(JSON.stringify(answer.body)).not.toMatch(/127\.0\.0\.1|bolt|Cypher/);
});

it('TIMEOUT answers when a question takes too long', async () => {
  const slow: Database = { ...database, read: () => Promise.reject(new TimeoutError()) };
  const { answer } = await askBroken(slow, `{ entity(id: "${congress}") { name } }`);
  expect([answer.status, codeOf(answer)]).toEqual([504, 'TIMEOUT']);
});

it('INTERNAL_SERVER_ERROR shows an id only, which the log line bears too', async () => {
  const broken: Database = { ...database, read: () => database.read('THIS IS NO CYPHER') };
  const { answer, logged } = await askBroken(broken, `{ entity(id: "${congress}") { name } }`);
  expect([answer.status, codeOf(answer)]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  expect(JSON.stringify(answer.body)).not.toMatch(/CYPHER|stack/i);
  expect(logged.join('')).toContain(answer.body.errors[0].extensions.errorId);
});

it('a taken port is told to the operator', async () => {
  const port = Number(new URL(served.url).port);
  await expect(tryPort('127.0.0.1', port)).rejects.toThrow(OperatorError);
  await expect(tryPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} is taken`);
});
