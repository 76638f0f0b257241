import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { OperatorError } from '../../src/domain/errors.ts';
import { readStoredOperations } from '../../src/server/stored-operations.ts';
import { emptyGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const stored = 'query Stored($first: Int) { people(first: $first) { totalCount } }';
const dear = 'query Dear($first: Int) { people(first: $first) { edges { node { facts(first: 100) { edges { node { factId } } } } } } }';
const list = new Map([stored, dear].map((text) => [sha256(text), text]));
const unknown = [200, 'PERSISTED_QUERY_NOT_FOUND'];
const answered = { people: { totalCount: 0 } };

let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  database = await emptyGraph();
  served = await serveGraph(database, {}, list);
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

async function send(init: RequestInit, search = '', { url } = served) {
  const response = await fetch(`${url}/graphql${search}`, init);
  const body = JSON.parse(await response.text());
  return { data: body.data, cost: body.extensions?.cost, outcome: [response.status, body.errors?.[0].extensions.code] };
}
const post = (body: object, server = served) =>
  send({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }, '', server);
const get = (parameters: Record<string, string>, headers: Record<string, string> = { 'apollo-require-preflight': '1' }) =>
  send({ headers }, `?${new URLSearchParams(parameters)}`);
const documentId = (text: string) => `sha256:${sha256(text)}`;
const persisted = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

describe('a stored question is asked', () => {
  it('by its documentId, as the pages write it', async () => {
    expect((await post({ documentId: documentId(stored), variables: { first: 1 } })).data).toEqual(answered);
    expect((await get({ documentId: documentId(stored), variables: '{"first":1}' })).data).toEqual(answered);
  });

  it('by its hash, as clients of Apollo write it', async () => {
    expect((await post({ extensions: persisted(stored) })).data).toEqual(answered);
    expect((await get({ extensions: JSON.stringify(persisted(stored)) })).data).toEqual(answered);
  });

  it('by GET only with a header that no other page can send', async () => {
    expect((await get({ documentId: documentId(stored) }, {})).outcome).toEqual([400, 'BAD_REQUEST']);
  });
});

it('Q11: an id that is not stored is not found, however it is written, and nobody can store it', async () => {
  const text = '{ __typename }';
  for (const question of [
    { documentId: documentId(text) },
    { documentId: 'sha256:' },
    { documentId: '__proto__' },
    { extensions: persisted(text) },
  ])
    expect((await post(question)).outcome).toEqual(unknown);
  expect((await get({ documentId: documentId(text) })).outcome).toEqual(unknown);
  expect((await post({ query: text, extensions: persisted(text) })).data).toEqual({ __typename: 'Query' });
  expect((await post({ documentId: documentId(text) })).outcome).toEqual(unknown);
});

it('an id that is no text, or stands beside a question, is refused', async () => {
  expect((await post({ documentId: 7 })).outcome).toEqual([400, 'BAD_REQUEST']);
  expect((await post({ query: '{ __typename }', documentId: documentId(stored) })).outcome).toEqual([400, 'BAD_REQUEST']);
});

describe('a stored question', () => {
  it('may cost more than a stranger’s, but its pages are no larger', async () => {
    const asked = { documentId: documentId(dear), variables: { first: 100 } };
    expect((await post({ query: dear.replace('Dear', 'Other'), variables: { first: 100 } })).outcome).toEqual([400, 'QUERY_TOO_COSTLY']);
    expect((await post(asked)).outcome).toEqual([200, undefined]);
    for (const first of [0, 101, null]) expect((await post({ ...asked, variables: { first } })).outcome).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('is charged a tenth of its points', async () => {
    const poor = await serveGraph(database, { GRAPH_CLIENT_POINTS_PER_HOUR: '700', GRAPH_ANSWER_STORE_MB: '0' }, list);
    const asked = { documentId: documentId(dear), variables: { first: 30 } };
    const { cost, outcome } = await post(asked, poor);
    expect([outcome, cost.points > 600]).toEqual([[200, undefined], true]);
    expect((await post(asked, poor)).outcome).toEqual([200, undefined]);
    expect((await post({ query: dear.replace('Dear', 'Other'), variables: { first: 30 } }, poor)).outcome).toEqual([429, 'RATE_LIMITED']);
    await poor.stop();
  });
});

describe('GRAPH_ONLY_STORED_OPERATIONS', () => {
  it('answers what is stored, by id or in full, and nothing else', async () => {
    const closed = await serveGraph(database, { GRAPH_ONLY_STORED_OPERATIONS: 'on' }, list);
    expect((await post({ documentId: documentId(stored) }, closed)).data).toEqual(answered);
    expect((await post({ query: stored }, closed)).data).toEqual(answered);
    expect((await post({ documentId: documentId('{ __typename }') }, closed)).outcome).toEqual(unknown);
    for (const query of ['{ __typename }', `${stored} `, '{ __schema { types { name } } }'])
      expect((await post({ query }, closed)).outcome).toEqual([403, 'FORBIDDEN']);
    expect((await post([{ query: stored }], closed)).outcome).toEqual([400, 'BAD_REQUEST']);
    await closed.stop();
  });
});

describe('the list', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stored-'));
  const file = join(folder, 'operations.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is empty where the pages are not built', () => {
    expect(readStoredOperations(file).size).toBe(0);
  });

  it('is read as the build writes it', () => {
    writeFileSync(file, JSON.stringify(Object.fromEntries(list)));
    expect(readStoredOperations(file)).toEqual(list);
  });

  it('is not taken with a text under a hash that is not its own', () => {
    writeFileSync(file, JSON.stringify({ [sha256('a')]: stored }));
    expect(() => readStoredOperations(file)).toThrow(OperatorError);
  });
});
