import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { attack, attackAs } from '../support/attack.ts';
import { noteSafety } from '../support/note-safety.ts';
import { readRoleMatrix } from '../support/role-matrix.ts';
import { emptyGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  database = await emptyGraph();
  served = await serveGraph(database);
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const ask = (id: string, query: string, more: object = {}) => attackAs(id, served, { query, ...more });

const unread = [400, 'GRAPHQL_PARSE_FAILED'];
const invalid = [400, 'GRAPHQL_VALIDATION_FAILED'];
const costly = [400, 'QUERY_TOO_COSTLY'];

it.each<[string, unknown[], string]>([
  ['ten thousand of one field', unread, `{ ${times(10_000, (n) => `a${n}:__typename`)} }`],
  ['a thousand of one question', unread, `{ ${times(1000, (n) => `a${n}:people{totalCount}`)} }`],
  ['thirty-one of one field', costly, `{ event(id: "event:x") { ${times(31, (n) => `a${n}:name`)} } }`],
])('Q1: aliases, %s', async (_what, refused, query) => {
  expect(await ask('Q1', query)).toEqual(refused);
});

it.each([
  ['a field of ours, twenty thousand times', `{ ${'__typename '.repeat(20_000)} }`],
  ['a field of nobody, fifty thousand times', `{ ${'a '.repeat(50_000)} }`],
])('Q2: %s', async (_what, query) => {
  expect(await ask('Q2', query)).toEqual(unread);
});

describe('Q3: directives', () => {
  it('thirty thousand are not read', async () => {
    expect(await ask('Q3', `{ __typename ${'@aa'.repeat(30_000)} }`)).toEqual(unread);
  });

  it('of those that are read, no more than five are complained of', async () => {
    const query = `{ __typename ${'@aa'.repeat(900)} }`;
    expect(await ask('Q3', query)).toEqual(invalid);
    expect((await attack(served, { query })).body.errors.length).toBeLessThanOrEqual(5);
  });
});

it.each<[number, unknown[]]>([
  [11, costly],
  [200, costly],
  [5000, unread],
])('Q4: %i levels', async (levels, refused) => {
  expect(await ask('Q4', `{ event(id: "event:x") ${'{ parts '.repeat(levels - 1)} { id } ${'}'.repeat(levels - 1)} }`)).toEqual(refused);
});

it.each([
  ['two that spread each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ['one that spreads itself', '{ event(id: "event:x") { ...A } } fragment A on Event { parts { ...A } }'],
  ['a ring of two hundred', `{ ...f0 } ${times(200, (n) => `fragment f${n} on Query { ...f${(n + 1) % 200} }`)}`],
])('Q5: fragments, %s', async (_what, query) => {
  expect(await ask('Q5', query)).toEqual(invalid);
});

it.each(Array.from({ length: 21 }, (_, index) => index + 4))('Q6: fragments that double at each of %i levels', async (levels) => {
  const bomb = `{ event(id: "event:x") { ...f0 } } ${times(levels, (n) => `fragment f${n} on Event { a: parts { ...f${n + 1} } b: parts { ...f${n + 1} } }`)} fragment f${levels} on Event { id }`;
  // The best of a few: what else the machine does is no work of ours.
  const answers = [];
  for (const round of [1, 2, 3]) answers.push(await attack(served, { query: `# ${round}\n${bomb}` }));
  const ms = Math.min(...answers.map((answer) => answer.ms));
  expect(new Set(answers.map(({ status, code }) => `${status} ${code}`))).toEqual(new Set(['400 QUERY_TOO_COSTLY']));
  noteSafety('Q6', { status: 400, code: 'QUERY_TOO_COSTLY', ms });
  expect(ms).toBeLessThan(50);
});

it.each<[string, unknown[], number, number]>([
  ['fifty fields in each of a hundred', unread, 100, 50],
  ['as many as are read', invalid, 30, 60],
])('Q7: inline fragments, %s', async (_what, refused, count, fields) => {
  expect(await ask('Q7', `{ ${times(count, () => `...on Query{${'__typename '.repeat(fields)}}`)} }`)).toEqual(refused);
});

it.each([3, 8, 50])('Q8: introspection that goes round %i times', async (rounds) => {
  const [status] = await ask('Q8', `{ __schema { types { ${'fields { type { '.repeat(rounds)} name ${'} }'.repeat(rounds)} } } }`);
  expect(status).toBe(400);
});

describe('Q9: introspection', () => {
  const query = '{ __schema { queryType { name } mutationType { name } subscriptionType { name } types { name fields { name } } } }';

  it('shows fields that stand in the matrix of roles, and no way to change anything', async () => {
    const { status, body, ms } = await attack(served, { query });
    const { types, ...roots } = body.data.__schema;
    expect(roots).toEqual({ queryType: { name: 'Query' }, mutationType: null, subscriptionType: null });
    const matrix = readRoleMatrix();
    const shown: string[] = types.flatMap(({ name, fields }: { name: string; fields: { name: string }[] | null }) =>
      name.startsWith('__') ? [] : (fields ?? []).map((field) => `${name}.${field.name}`),
    );
    expect(shown.length).toBeGreaterThan(500);
    expect(shown.filter((field) => !matrix.has(field))).toEqual([]);
    noteSafety('Q9', { status, ms, note: `${shown.length} fields, each in the matrix of roles` });
  });

  it.each(['mutation', 'subscription'])('a %s is refused as none of the schema', async (kind) => {
    expect(await ask('Q9', `${kind} { people { totalCount } }`)).toEqual(invalid);
  });

  it('can be switched off', async () => {
    const closed = await serveGraph(database, { GRAPH_INTROSPECTION: 'off' });
    expect(await attackAs('Q9', closed, { query })).toEqual(invalid);
    await closed.stop();
  });
});

describe('Q12: several operations in one document', () => {
  const both =
    'query Cheap { __typename } query Dear { people(first: 100) { edges { node { facts(first: 100) { edges { node { factId } } } } } } }';

  it('are measured by the one that is chosen', async () => {
    expect(await ask('Q12', both, { operationName: 'Cheap' })).toEqual([200, undefined]);
    expect(await ask('Q12', both, { operationName: 'Dear' })).toEqual(costly);
  });

  it('need one to be chosen', async () => {
    expect(await ask('Q12', both)).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
    expect(await ask('Q12', both, { operationName: 'Neither' })).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
  });

  it('are read together', async () => {
    expect(await ask('Q12', `query Cheap { __typename } query Long { ${'__typename '.repeat(3000)} }`, { operationName: 'Cheap' })).toEqual(
      unread,
    );
  });
});

describe('Q1–Q8: every limit is a setting, and a refusal tells what was asked, what is allowed and what to change', () => {
  let small: ServedGraph;
  beforeAll(async () => {
    small = await serveGraph(database, {
      GRAPH_MAX_TOKENS: '60',
      GRAPH_MAX_VALIDATION_ERRORS: '2',
      GRAPH_MAX_DEPTH: '3',
      GRAPH_MAX_INTROSPECTION_DEPTH: '5',
      GRAPH_MAX_ALIASES: '2',
      GRAPH_MAX_ROOT_FIELDS: '3',
      GRAPH_MAX_FIELDS: '12',
      GRAPH_MAX_NODES: '300',
      GRAPH_MAX_POINTS: '25',
    });
  });
  afterAll(() => small.stop());

  const page = (first: number) => `{ people(first: ${first}) { edges { node { facts(first: 2) { totalCount } } } } }`;
  const [hidden, wrong] = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'];

  it.each<[string, string, { asked?: number; allowed: number }, string?]>([
    ['tokens', `{ ${'__typename '.repeat(60)} }`, { allowed: 60 }, hidden],
    ['validation errors', '{ secret1 secret2 secret3 }', { allowed: 2 }, wrong],
    ['depth', '{ event(id: "secret") { parts(limit: 1) { parts(limit: 1) { id } } } }', { asked: 4, allowed: 3 }],
    ['depth', '{ __schema { types { fields { type { ofType { name } } } } } }', { asked: 6, allowed: 5 }],
    ['aliases', '{ secret1: __typename secret2: __typename secret3: __typename }', { asked: 3, allowed: 2 }],
    ['root fields', '{ __typename __typename __typename __typename }', { asked: 4, allowed: 3 }],
    ['fields', `{ event(id: "secret") { ${'id '.repeat(12)} } }`, { asked: 13, allowed: 12 }],
    ['nodes', page(100), { asked: 301, allowed: 300 }],
    ['points', page(90), { asked: 28, allowed: 25 }],
  ])('%s', async (name, query, size, code = 'QUERY_TOO_COSTLY') => {
    const { status, body, text } = await attack(small, { query });
    // What else is wrong is told before it is told that there is more.
    const error = body.errors.at(-1);
    expect([status, error.extensions]).toEqual([400, { code, limit: { name, ...size } }]);
    expect(error.message).toMatch(new RegExp(`^${name}: ${size.asked ?? 'more'} asked, ${size.allowed} allowed\\. [A-Z].*\\.$`));
    expect(body.errors.length).toBeLessThanOrEqual(2);
    if (code !== wrong) expect(text).not.toContain('secret');
  });

  it('what is within them is answered', async () => {
    const { status, body } = await attack(small, { query: page(80) });
    expect([status, body.extensions.cost]).toEqual([200, { nodes: 241, points: 25, allowed: 25 }]);
  });
});
