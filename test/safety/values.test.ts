import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getNamedType, isInputObjectType, isInputType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { type BuiltSchema, buildSchema } from '../../src/schema/build-schema.ts';
import { attack, attackAs } from '../support/attack.ts';
import { findLeaks } from '../support/find-leaks.ts';
import { noteSafety } from '../support/note-safety.ts';
import { placesOfText } from '../support/places-of-text.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';

const someone = 'person:fan-daiming';
const badInput = [400, 'BAD_USER_INPUT'];
const invalid = [400, 'GRAPHQL_VALIDATION_FAILED'];

let schema: BuiltSchema['schema'];
let database: Database;
let served: ServedGraph;

beforeAll(async () => {
  ({ schema } = await buildSchema());
  database = await seededGraph();
  served = await serveGraph(database);
});

afterAll(async () => {
  await served.stop();
  await database.close();
});

const ask = (id: string, query: string, variables: object = {}) => attackAs(id, served, { query, variables });

describe('V1: a page size', () => {
  const lists: [string, (size: string) => string][] = [
    ['at the root', (size) => `people(first: ${size}) { totalCount }`],
    ['of a question', (size) => `roster(eventId: "event:x", first: ${size}) { recorded }`],
    ['of a list', (size) => `person(id: "${someone}") { positions(limit: ${size}) { title } }`],
    ['of a connection', (size) => `person(id: "${someone}") { positionsConnection(first: ${size}) { totalCount } }`],
    ['of a page of ours', (size) => `person(id: "${someone}") { facts(first: ${size}) { totalCount } }`],
  ];

  it.each(lists.flatMap((list) => [0, -1, null, 100_000_000, 101].map((size) => [size, ...list] as const)))(
    'of %s %s is refused, also by variable',
    async (size, _where, query) => {
      expect(await ask('V1', `{ ${query(String(size))} }`)).toEqual(badInput);
      expect(await ask('V1', `query($n: Int) { ${query('$n')} }`, { n: size })).toEqual(badInput);
    },
  );
});

describe('V2: deep into a list', () => {
  it('no list takes an offset', async () => {
    expect(await ask('V2', `{ person(id: "${someone}") { positions(limit: 1, offset: 2000000000) { title } } }`)).toEqual(invalid);
    expect(await ask('V2', '{ people(first: 1, offset: 2000000000) { totalCount } }')).toEqual(invalid);
  });

  const forged = {
    'no cursor': 'x',
    'an offset': Buffer.from('arrayconnection:2000000000').toString('base64'),
    'keys of another list': Buffer.from('["a","b","c","d","e","f"]').toString('base64url'),
    'keys that are none': Buffer.from('[{"$gt":""},null]').toString('base64url'),
  };

  it.each(Object.entries(forged))('a cursor that is %s', async (_what, after) => {
    const query = (field: string) => `query($after: String) { ${field} }`;
    for (const field of [
      'people(after: $after) { totalCount edges { node { id } } }',
      'roster(eventId: "event:cchio-2024", after: $after) { recorded }',
      'facts(after: $after) { totalCount edges { node { factId } } }',
      `person(id: "${someone}") { facts(after: $after) { totalCount edges { node { factId } } } }`,
      `person(id: "${someone}") { statementsConnection(first: 1, after: $after) { edges { node { id } } } }`,
    ])
      expect([field, ...(await ask('V2', query(field), { after }))]).toEqual([field, ...badInput]);
  });
});

describe('V3: conditions within conditions', () => {
  const query = `query($w: PositionWhere) { person(id: "${someone}") { positions(limit: 1, where: $w) { title } } }`;
  const nested = (levels: number): string => `${'{"NOT":'.repeat(levels)}{"title":{"eq":"a"}}${'}'.repeat(levels)}`;
  const body = (levels: number) => `{"query":${JSON.stringify(query)},"variables":{"w":${nested(levels)}}}`;

  it.each([
    [5, 400],
    [200, 400],
    [25_000, 400],
    [70_000, 413],
  ])('%i levels', async (levels, status) => {
    expect((await attackAs('V3', served, body(levels)))[0]).toBe(status);
  });

  it('a hundred beside each other', async () => {
    expect(await ask('V3', query, { w: { AND: Array(100).fill({ title: { eq: 'a' } }) } })).toEqual(badInput);
  });
});

it('V4: a list of as many values as a body holds', async () => {
  const query = 'query($ids: [ID!]!) { timeline(entityIds: $ids) { totalCount } }';
  expect(await ask('V4', query, { ids: Array(60_000).fill('a') })).toEqual(badInput);
  expect(await ask('V4', query, { ids: Array(100_000).fill('a') })).toEqual([413, 'BAD_REQUEST']);
  expect(await ask('V4', `{ timeline(entityIds: [${'"a" '.repeat(300)}]) { totalCount } }`)).toEqual(badInput);
});

it('V5: of many values of a wrong type three are told', async () => {
  const query = 'query($k: [EntityKind!]) { search(query: "a", kinds: $k) { totalCount } }';
  const { status, code, body, ms } = await attack(served, { query, variables: { k: Array(250).fill(7) } });
  expect([status, code]).toEqual(badInput);
  expect(body.errors).toHaveLength(3);
  noteSafety('V5', { status, code, ms, note: `${body.errors.length} errors` });
  expect(await ask('V5', query, { k: Array(60_000).fill(7) })).toEqual(badInput);
});

describe('V6: what is of a wrong type or name is not repeated', () => {
  const secret = 'Geheimnis4711';
  it.each<[string, string, object]>([
    ['by variable', 'query($f: PersonFilter) { people(filter: $f) { totalCount } }', { f: { nam: secret } }],
    ['as a key', 'query($f: PersonFilter) { people(filter: $f) { totalCount } }', { f: { [secret]: 1 } }],
    ['as a word of ours', 'query($k: [EntityKind!]) { search(query: "a", kinds: $k) { totalCount } }', { k: [secret] }],
    ['as a number', 'query($n: Int) { people(first: $n) { totalCount } }', { n: secret }],
    ['as a day', `query($d: Day) { timeline(entityIds: ["${someone}"], from: $d) { totalCount } }`, { d: secret }],
    ['written out, as a number', `{ people(first: "${secret}") { totalCount } }`, {}],
    ['written out, as a word', `{ search(query: "a", kinds: ["${secret}"]) { totalCount } }`, {}],
    ['written out, as a day', `{ timeline(entityIds: ["${someone}"], from: "${secret}") { totalCount } }`, {}],
  ])('%s', async (_how, query, variables) => {
    served.logged.length = 0;
    const { status, code, text, ms } = await attack(served, { query, variables });
    expect([status, text.includes(secret)]).toEqual([400, false]);
    await expect.poll(() => served.logged.length).toBe(1);
    expect(served.logged.join('')).not.toContain(secret);
    noteSafety('V6', { status, code, ms });
  });
});

it.each([
  [
    'in variables',
    '{"query":"query($f: PersonFilter) { people(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"polluted":1}}}}',
  ],
  ['for variables', '{"query":"{ people { totalCount } }","variables":{"__proto__":{"polluted":1}}}'],
  ['by the constructor', '{"query":"{ people { totalCount } }","variables":{"constructor":{"prototype":{"polluted":1}}}}'],
])('V7: names that every object has, %s', async (_where, body) => {
  expect(await attackAs('V7', served, body)).toEqual(badInput);
  expect(({} as { polluted?: 1 }).polluted).toBeUndefined();
});

it('V7: for the question itself, ask nothing', async () => {
  expect((await attackAs('V7', served, '{"__proto__":{"query":"{ people { totalCount } }"}}'))[0]).toBe(400);
  expect(({} as { query?: string }).query).toBeUndefined();
});

it('V6: null where none may stand, let through by a default of the client, is a fault of the question', async () => {
  expect(await ask('V6', 'query($id: ID = "a") { person(id: $id) { name } }', { id: null })).toEqual(badInput);
  expect(await ask('V6', 'query($ids: [ID!] = ["a"]) { timeline(entityIds: $ids) { totalCount } }', { ids: null })).toEqual(badInput);
});

describe('V9: texts', () => {
  const query = 'query($t: String!) { search(query: $t) { totalCount edges { node { entity { id } } } } }';

  const unseen = ['\0', '\u0007', '\u0085', '\u00ad', '\u200b', '\u200c', '\u200d', '\u202e', '\u2060', '\u2066', '\ufeff', '\u{e0041}'];

  it.each(unseen)('with %j are refused', async (character) => {
    expect(await ask('V9', query, { t: `樊代明${character}` })).toEqual(badInput);
    expect(await ask('V9', `{ search(query: ${JSON.stringify(`樊${character}`)}) { totalCount } }`)).toEqual(badInput);
  });

  it('of 501 characters and of 10 MB are refused', async () => {
    expect(await ask('V9', query, { t: 'a'.repeat(501) })).toEqual(badInput);
    expect(await ask('V9', query, { t: 'a'.repeat(10_000_000) })).toEqual([413, 'BAD_REQUEST']);
  });

  it('mean the same however a sign is written: U+F90A is brought back to 金', async () => {
    const found = await Promise.all(['金宏图', '\uf90a宏图'].map((t) => attack(served, { query, variables: { t } })));
    expect(found[0]?.body.data.search.totalCount).toBe(1);
    expect(found[1]?.body.data).toEqual(found[0]?.body.data);
  });
});

describe('V1–V13: every limit is a setting, and a refusal tells what was asked, what is allowed and what to change', () => {
  let small: ServedGraph;
  beforeAll(async () => {
    small = await serveGraph(database, {
      GRAPH_MAX_PAGE_SIZE: '5',
      GRAPH_MAX_WHERE_DEPTH: '3',
      GRAPH_MAX_PREDICATES: '2',
      GRAPH_MAX_RELATIONSHIP_FILTERS: '1',
      GRAPH_MAX_LIST_LENGTH: '2',
      GRAPH_MAX_STRING_LENGTH: '50',
      GRAPH_MAX_PHRASE_LENGTH: '12',
      GRAPH_MAX_PHRASE_TERMS: '2',
      GRAPH_MAX_PATH_FACTS: '2',
      GRAPH_MAX_COERCION_ERRORS: '2',
    });
  });
  afterAll(() => small.stop());

  const positions = (where: string) => `{ person(id: "${someone}") { positions(limit: 1, where: ${where}) { title } } }`;
  const path = (more: string) => `{ paths(fromId: "${someone}", toId: "person:xue-jing", ${more}) { length } }`;
  const network = (more: string) => `{ network(scope: { entityIds: ["${someone}"] }, ${more}) { hiddenNodes } }`;
  const names = 'query($t: [String!]!) { matchNames(names: $t) { status } }';
  const title = '{ title: { eq: "secret" } }';

  it.each<[string, string, string, { asked?: number | null; allowed: number }, object?]>([
    ['page size', 'first', '{ people(first: 6) { totalCount } }', { asked: 6, allowed: 5 }],
    ['page size', 'first', '{ people(first: null) { totalCount } }', { asked: null, allowed: 5 }],
    ['page size', 'first', '{ people { totalCount } }', { asked: 20, allowed: 5 }],
    ['page size', 'limit', `{ person(id: "${someone}") { positions { title } } }`, { asked: 100, allowed: 5 }],
    ['where depth', 'where', positions(`{ NOT: { NOT: { NOT: ${title} } } }`), { asked: 4, allowed: 3 }],
    ['where predicates', 'where', positions('{ title: { eq: "secret", in: [], contains: "secret" } }'), { asked: 3, allowed: 2 }],
    [
      'where relationship filters',
      'where',
      `{ person(id: "${someone}") { positionsConnection(first: 1, where: { AND: [{ node: ${title} }, { node: ${title} }] }) { totalCount } } }`,
      { asked: 2, allowed: 1 },
    ],
    [
      'length of a list',
      'a list of the question',
      '{ timeline(entityIds: ["secret", "secret", "secret"], first: 1) { totalCount } }',
      { asked: 3, allowed: 2 },
    ],
    ['length of a list', '$t', names, { asked: 3, allowed: 2 }, { t: ['secret', 'secret', 'secret'] }],
    ['length of a text', 'a text of the question', `{ person(id: "${'secret'.repeat(9)}") { name } }`, { asked: 54, allowed: 50 }],
    ['length of a phrase', 'query', '{ search(query: "secretsecrets", first: 1) { totalCount } }', { asked: 13, allowed: 12 }],
    [
      'length of a phrase',
      'filter.text',
      '{ people(filter: { text: "secretsecrets" }, first: 1) { totalCount } }',
      { asked: 13, allowed: 12 },
    ],
    [
      'length of a phrase',
      'filter.text',
      '{ agreements(filter: { text: "secretsecrets" }, first: 1) { totalCount } }',
      { asked: 13, allowed: 12 },
    ],
    ['length of a phrase', 'names', names, { asked: 13, allowed: 12 }, { t: ['a', 'secretsecrets'] }],
    ['terms of a phrase', 'query', '{ search(query: "a secret b", first: 1) { totalCount } }', { asked: 3, allowed: 2 }],
    ['terms of a phrase', 'filter.text', '{ people(filter: { text: "a secret b" }, first: 1) { totalCount } }', { asked: 3, allowed: 2 }],
    ['facts of a path', 'maxFacts', path('maxFacts: 3'), { asked: 3, allowed: 2 }],
    ['facts of a path', 'maxFacts', path('limit: 1'), { asked: 6, allowed: 2 }],
    ['nodes of a network', 'maxNodes', network('maxNodes: 2001'), { asked: 2001, allowed: 2000 }],
    ['ties of a network', 'maxTies', network('maxTies: 10001'), { asked: 10_001, allowed: 10_000 }],
  ])('%s of %s: %s', async (name, argument, query, size, variables = {}) => {
    const { status, body, text } = await attack(small, { query, variables });
    expect([status, body.errors.map(({ extensions }: { extensions: object }) => extensions)]).toEqual([
      400,
      [{ code: 'BAD_USER_INPUT', argument, limit: { name, ...size } }],
    ]);
    const [{ message }] = body.errors;
    expect(message.startsWith(`${argument}: ${name}: ${size.asked} asked, ${size.allowed} allowed. `)).toBe(true);
    expect(message).toMatch(/ allowed\. [A-Z].*\.$/);
    expect(text).not.toContain('secret');
  });

  it.each([
    ['at one place', 'query($k: [EntityKind!]) { search(query: "a", first: 1, kinds: $k) { totalCount } }', { k: ['secret', 'secret'] }],
    [
      'at several',
      'query($a: Int!, $b: Int!, $c: Int!) { a: people(first: $a) { totalCount } b: people(first: $b) { totalCount } c: people(first: $c) { totalCount } }',
      { a: 'secret', b: 'secret', c: 'secret' },
    ],
    [
      'in each of three pages',
      '{ a: people(first: 0) { totalCount } b: people(first: 0) { totalCount } c: people(first: 0) { totalCount } }',
      {},
    ],
  ])('coercion errors: two are told, of values that are wrong %s', async (_where, query, variables) => {
    const { status, body, text } = await attack(small, { query, variables });
    expect([status, body.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)]).toEqual([
      400,
      ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
    ]);
    expect(text).not.toContain('secret');
  });

  it('what is within them is answered', async () => {
    for (const query of [
      '{ people(first: 5) { totalCount } }',
      positions(title),
      '{ search(query: "secret a", first: 1) { totalCount } }',
      path('maxFacts: 2, limit: 1'),
      network('maxNodes: 2000, maxTies: 10000'),
    ])
      expect([query, await attack(small, { query })]).toMatchObject([query, { status: 200, code: undefined }]);
  });

  it('a list may be as long as it is set, and names may have any number of words', async () => {
    const wide = await serveGraph(database, { GRAPH_MAX_LIST_LENGTH: '300' });
    const asked = await attack(wide, { query: names, variables: { t: [...Array(299).fill('a'), 'a b c d e f g h i j'] } });
    const ids = await attack(wide, {
      query: 'query($t: [ID!]!) { timeline(entityIds: $t) { totalCount } }',
      variables: { t: Array(300).fill(someone) },
    });
    await wide.stop();
    expect([asked.status, asked.code, ids.status, ids.code]).toEqual([200, undefined, 200, undefined]);
  });
});

describe('V10, V14: what is not offered', () => {
  const inputFields = () =>
    Object.values(schema.getTypeMap()).flatMap((type) =>
      isInputObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [],
    );

  it('V10: no input takes a regular expression', async () => {
    expect(inputFields().length).toBeGreaterThan(200);
    expect(inputFields().filter((name) => /match|regex/i.test(name))).toEqual([]);
    expect(await ask('V10', `{ person(id: "${someone}") { positions(where: { title: { matches: "(a+)+$" } }) { title } } }`)).toEqual(
      invalid,
    );
    noteSafety('V10', { note: 'no such operator' });
  });

  it('V14: no type aggregates, and no question of everything takes a condition on parts of texts', async () => {
    expect(Object.keys(schema.getTypeMap()).filter((name) => /aggregat/i.test(name))).toEqual([]);
    const aggregates = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.keys(type.getFields()).filter((name) => /aggregat/i.test(name)) : [],
    );
    expect(aggregates).toEqual([]);
    const atRoot = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(({ args }) =>
      args.map(({ type }) => getNamedType(type)),
    );
    const texts = new Set(['contains', 'startsWith', 'endsWith']);
    const named = atRoot.filter(
      (type) => isInputType(type) && isInputObjectType(type) && Object.keys(type.getFields()).some((name) => texts.has(name)),
    );
    expect(named).toEqual([]);
    expect(await ask('V14', '{ peopleConnection { aggregate { node { name { longest } } } } }')).toEqual(invalid);
    expect(await ask('V14', '{ people(where: { name: { contains: "a" } }) { totalCount } }')).toEqual(invalid);
  });
});

describe('V11: the language of the search engine', () => {
  const found = async (text: string) => {
    const query = 'query($t: String!) { search(query: $t, first: 50) { edges { node { entity { id } } } } }';
    const { status, code, body, ms } = await attack(served, { query, variables: { t: text } });
    noteSafety('V11', { status, code, ms });
    return { status, ids: body.data?.search.edges.map((edge: { node: { entity: { id: string } } }) => edge.node.entity.id) };
  };

  it.each([
    '*',
    '*:*',
    '?',
    '/.*/',
    '/.{1000}/',
    'other:foo',
    'name:/.{1000}/',
    '[zzq TO zzz]',
    '{zzq TO *}',
    '-zzzzqq',
    '!zzzzqq',
    'NOT zzzzqq',
    '"',
    '(',
    '\\',
    '^',
    '~',
    '&&',
    '||',
  ])('%s finds nothing that is not called so', async (text) => {
    expect(await found(text)).toEqual({ status: 200, ids: [] });
  });

  it.each(['+樊代明', '"樊代明"', '(樊代明)', '樊代明?', '樊代明*', '-樊代明', '樊代明~2', '樊代明^9', 'name:樊代明'])(
    '%s finds whoever is called so, or nobody',
    async (text) => {
      const { status, ids } = await found(text);
      expect(status).toBe(200);
      expect(ids.filter((id: string) => id !== someone)).toEqual([]);
    },
  );

  it('*a* OR name:/.{1000}/ OR x~ is bounded, wherever a phrase is taken', async () => {
    const text = '*a* OR name:/.{1000}/ OR x~';
    expect((await found(text)).status).toBe(200);
    expect(
      await ask('V11', 'query($t: [String!]!) { matchNames(names: $t) { status hits { entity { id } } } }', { t: [text, '*'] }),
    ).toEqual([200, undefined]);
    expect(await ask('V11', 'query($t: String) { people(filter: { text: $t }) { totalCount } }', { t: text })).toEqual([200, undefined]);
  });
});

describe('V12, V16: Cypher in texts', () => {
  let listener: ReturnType<typeof createServer>;
  let hits = 0;
  let address: string;
  beforeAll(async () => {
    listener = createServer((_request, response) => {
      hits += 1;
      response.end('a');
    });
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/x.csv`;
  });
  afterAll(() => void listener.close());

  it('V12: is text in every argument, and changes nothing', async () => {
    const [before, count] = [await computeDigest(database), await database.read('MATCH (n) RETURN count(n) AS nodes')];
    const payloads = ['`', "'", '"', '}', ''].map((end) => `x${end} }) WITH 1 AS one MATCH (n) DETACH DELETE n //`);
    const loads = ["'", '"', '`'].map((end) => `x${end} LOAD CSV FROM ${end}${address}${end} AS line RETURN line //`);
    const places = placesOfText(schema);
    expect(places.length).toBeGreaterThan(800);
    const texts = [...payloads, ...loads];
    const questions = places.flatMap((place, index) => [
      place(texts[index % texts.length] ?? ''),
      ...(index < 200 ? payloads.map(place) : []),
    ]);
    const statuses = new Set<string>();
    for (const query of questions) {
      const { status, code, text } = await attack(served, { query });
      statuses.add(`${status} ${code ?? ''}`.trim());
      expect([query, status < 500, findLeaks(text.replaceAll(address, ''))]).toEqual([query, true, []]);
    }
    noteSafety('V12', { note: `${questions.length} questions at ${places.length} places: ${[...statuses].sort().join(', ')}` });
    expect(await computeDigest(database)).toBe(before);
    expect(await database.read('MATCH (n) RETURN count(n) AS nodes')).toEqual(count);
    expect(hits).toBe(0);
  });

  it('V12: is no way to sort, and no name', async () => {
    const payload = 'x` }) DETACH DELETE n //';
    expect(
      await ask('V12', `query($s: [PositionSort!]) { person(id: "${someone}") { positions(limit: 1, sort: $s) { title } } }`, {
        s: [{ [payload]: 'ASC' }],
      }),
    ).toEqual(badInput);
    expect(await ask('V12', `query($o: PersonOrder) { people(orderBy: $o) { totalCount } }`, { o: payload })).toEqual(badInput);
    expect((await attackAs('V12', served, { query: '{ __typename }', operationName: payload }))[0]).toBe(400);
    const header = await fetch(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-apollo-operation-name': payload, 'x-request-id': payload },
      body: '{"query":"{ people { totalCount } }"}',
    });
    expect([header.status, header.headers.get('x-request-id')?.includes('DELETE')]).toEqual([200, false]);
  });

  it('V16: and Neo4j is set to fetch nothing: no files, no procedures that load', async () => {
    const settings = await database.read("SHOW SETTINGS 'dbms.security.allow_csv_import_from_file_urls' YIELD value RETURN value");
    expect(settings).toEqual([{ value: 'false' }]);
    const loading = await database.read(
      "SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'apoc.load' OR name STARTS WITH 'apoc.import' OR name STARTS WITH 'apoc.cypher' RETURN name",
    );
    expect(loading).toEqual([]);
    await expect(database.read("LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line")).rejects.toThrow();
    noteSafety('V16', { note: `${hits} fetches; no apoc.load, no file URLs` });
  });
});
