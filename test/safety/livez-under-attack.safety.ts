import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { attack } from '../support/attack.ts';
import { checkHealed } from '../support/check-fault.ts';
import { testServer } from '../support/embedded-server.ts';
import { noteSafety } from '../support/note-safety.ts';
import { percentile } from '../support/percentile.ts';
import { placesOfText } from '../support/places-of-text.ts';
import { postFresh, sendRaw } from '../support/raw-request.ts';
import { everyCase, sample, seed } from '../support/sample.ts';
import { seededGraph } from '../support/seeded-graph.ts';
import { type OpenService, startService } from '../support/start-service.ts';
import { watchAddress } from '../support/watch-address.ts';

/** For how long each attack goes on, and by how many at once. */
const [attackMs, attackers] = [everyCase ? 20_000 : 3000, 4];

let database: Database;
let digest: string;
let service: OpenService;
let places: ReturnType<typeof placesOfText>;

beforeAll(async () => {
  database = await seededGraph();
  digest = await computeDigest(database);
  places = placesOfText((await buildSchema()).schema);
  const { uri, password } = testServer();
  service = await startService({ NEO4J_URI: uri, NEO4J_PASSWORD: password, GRAPH_ANSWER_STORE_MB: '0' });
  await service.line(/^Ready/);
}, 300_000);

afterAll(async () => {
  service?.kill();
  await database.close();
});

const times = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const asked = (query: string, variables: object = {}) => {
  const body = JSON.stringify({ query, variables });
  return async () => (await attack(service, body)).status;
};
const posted = (headers: Record<string, string>, pieces: readonly Uint8Array[]) => async () =>
  (await postFresh(`${service.url}/graphql`, { 'content-type': 'application/json', ...headers }, pieces)).status;
const mega = Buffer.alloc(1024 * 1024, 'a');
const nested = (levels: number) => `${'{"NOT":'.repeat(levels)}{"title":{"eq":"a"}}${'}'.repeat(levels)}`;
const conditions = 'query($w: PositionWhere) { person(id: "person:fan-daiming") { positions(limit: 1, where: $w) { title } } }';
const bomb = `{ event(id: "event:x") { ...f0 } } ${times(24, (n) => `fragment f${n} on Event { a: parts { ...f${n + 1} } b: parts { ...f${n + 1} } }`)} fragment f24 on Event { id }`;
let place = 0;

/** The heaviest of the attacks of docs/safety.md, and what each is answered. */
const attacks: readonly [string, readonly number[], () => Promise<number>][] = [
  ['bodies of 60 MB', [413], posted({}, Array<Buffer>(60).fill(mega))],
  ['bodies that unpack to 45 MB', [415], posted({ 'content-encoding': 'gzip' }, [gzipSync(Buffer.alloc(45 * 1024 * 1024, ' '))])],
  [
    'headers of 20 kB',
    [431],
    async () => (await sendRaw(service.url, `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`)).status,
  ],
  ['ten thousand aliases', [400], asked(`{ ${times(10_000, (n) => `a${n}:__typename`)} }`)],
  ['one field many times', [400], asked(`{ ${'__typename '.repeat(20_000)} }`)],
  ['as many directives as are read', [400], asked(`{ __typename ${'@aa'.repeat(900)} }`)],
  ['five thousand levels', [400], asked(`{ event(id: "event:x") ${'{ parts '.repeat(4999)} { id } ${'}'.repeat(4999)} }`)],
  ['a ring of two hundred fragments', [400], asked(`{ ...f0 } ${times(200, (n) => `fragment f${n} on Query { ...f${(n + 1) % 200} }`)}`)],
  ['fragments that double at 24 levels', [400], asked(bomb)],
  ['inline fragments', [400], asked(`{ ${times(30, () => `...on Query{${'__typename '.repeat(60)}}`)} }`)],
  [
    'introspection',
    [200],
    asked('{ __schema { types { name description fields { name description args { name description type { name } } } } } }'),
  ],
  [
    'conditions 25,000 deep',
    [400],
    async () => (await attack(service, `{"query":${JSON.stringify(conditions)},"variables":{"w":${nested(25_000)}}}`)).status,
  ],
  ['a list of 60,000', [400], asked('query($ids: [ID!]!) { timeline(entityIds: $ids) { totalCount } }', { ids: Array(60_000).fill('a') })],
  [
    '60,000 values of a wrong type',
    [400],
    asked('query($k: [EntityKind!]) { search(query: "a", kinds: $k) { totalCount } }', { k: Array(60_000).fill(7) }),
  ],
  [
    'texts of 10 MB',
    [413],
    posted({}, [
      Buffer.from(`{"query":"query($t: String!) { search(query: $t) { totalCount } }","variables":{"t":"${'a'.repeat(10_000_000)}"}}`),
    ]),
  ],
  [
    'phrases of the search engine',
    [200],
    asked('query($t: String!) { search(query: $t, first: 50) { totalCount } }', { t: '*a* OR name:/.{1000}/ OR x~' }),
  ],
  [
    'Cypher in every place of a text',
    [200, 400],
    async () => (await attack(service, { query: places[place++ % places.length]?.("x' }) DETACH DELETE n //") })).status,
  ],
  [
    'the costliest page that is let in',
    [200],
    asked('{ people(first: 100) { edges { node { name facts(first: 45) { edges { node { statement } } } } } } }'),
  ],
];

describe('F21: /livez answers within 250 ms', { timeout: 120_000 }, () => {
  it.each(sample(attacks, 6))('under %s', async (what, answered, attackOnce) => {
    const statuses = new Set<number>([await attackOnce()]);
    const lives = watchAddress(`${service.url}/livez`);
    const until = performance.now() + attackMs;
    let count = 0;
    const attackOn = async () => {
      for (; performance.now() < until; count += 1) statuses.add(await attackOnce());
    };
    await Promise.all([sleep(attackMs), ...Array.from({ length: attackers }, attackOn)]);
    const seen = await lives.stop();
    const p99 = percentile(
      seen.map(({ ms }) => ms),
      99,
    );
    noteSafety('F21', { note: `/livez under ${count} × ${what}: p99 of ${seen.length}`, ms: p99 });
    expect([...statuses].filter((status) => !answered.includes(status))).toEqual([]);
    expect([seen.length > 20, new Set(seen.map(({ status }) => status))]).toEqual([true, new Set([200])]);
    expect(p99).toBeLessThan(250);
  });

  it('F21: and the graph is as it was', async () => {
    noteSafety('F21', { note: `drawn from ${attacks.length} attacks by seed ${everyCase ? 'none' : seed}` });
    expect(await checkHealed(database, digest)).toEqual([]);
  });
});
