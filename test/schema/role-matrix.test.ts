import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { sha256Of } from '../../src/documents/read-lines.ts';
import { type Audience, audiences, isAmong, roles } from '../../src/domain/access.ts';
import { type BuiltSchema, buildSchema } from '../../src/schema/build-schema.ts';
import { askOverHttp, bearer, type HttpAnswer, statusAndCode } from '../support/ask-over-http.ts';
import { jwtSettings, tokenOf } from '../support/make-token.ts';
import { noteSafety } from '../support/note-safety.ts';
import { entryOf, fieldsOf, readRoleMatrix } from '../support/role-matrix.ts';
import { seededGraph, testFile } from '../support/seeded-graph.ts';
import { type ServedGraph, serveGraph } from '../support/serve-graph.ts';
import { serveHello } from '../support/serve-hello.ts';
import { everyFieldOf, type Way, waysToTypes } from '../support/ways-to-types.ts';

const matrix = readRoleMatrix();
const modes = ['open', 'private'] as const;
/** What `test/data/every-type.yaml` is asked by. */
const given: Record<string, string> = {
  'person.id': '"person:lin-gu"',
  'organisation.id': '"organisation:valley-society"',
  'event.id': '"event:valley-forum"',
  'series.id': '"series:valley-forum"',
  'agreement.id': '"agreement:valley"',
  'honour.id': '"honour:valley-medal"',
  'work.id': '"work:valley-volume"',
  'project.id': '"project:valley-project"',
  'place.id': '"place:valley-hall"',
  'source.id': '"source:every-type-report"',
  'entity.id': '"person:lin-gu"',
  eventId: '"event:valley-forum"',
  participantId: '"person:lin-gu"',
  participantIds: '["person:lin-gu", "person:shi-xi"]',
  organisationId: '"organisation:valley-society"',
  entityIds: '["person:lin-gu"]',
  fromId: '"person:lin-gu"',
  toId: '"person:shi-xi"',
  query: '"山谷"',
  names: '["林谷"]',
  scope: '{ eventIds: ["event:valley-forum"] }',
  'overview.scope': '{ eventId: "event:valley-forum" }',
  allOf: '[{ eventId: "event:valley-forum" }]',
  first: '10',
  limit: '10',
};
const copy = 'what the document says\n'.repeat(30);
const headers = new Map<Audience, Record<string, string>>([['anyone', {}]]);
let built: BuiltSchema;
let database: Database;
let documents: string;
let ways: Map<string, Way>;

beforeAll(async () => {
  built = await buildSchema();
  database = await seededGraph([testFile('every-type.yaml')]);
  documents = mkdtempSync(join(tmpdir(), 'documents-'));
  writeFileSync(join(documents, 'every-type.txt'), copy);
  await database.write((tx) => tx.run('MATCH (s:Source) SET s.sha256 = $sha256', { sha256: sha256Of(Buffer.from(copy)) }));
  const [fact] = await database.read('MATCH (f:Fact {factKind: "PARTICIPATION"}) RETURN f.factId AS id LIMIT 1');
  given['fact.id'] = JSON.stringify(fact?.id);
  for (const role of roles) headers.set(role, bearer(await tokenOf(role)));
  const served = await serve('open', 'anyone');
  ways = await waysToTypes(built.schema, given, async (question) => {
    const { body, text } = await askOverHttp(served.url, question);
    expect(body.errors, `${question}\n${text}`).toBeUndefined();
    return body.data;
  });
  await served.stop();
  // Neo4j plans more than two hundred statements, which takes a busy machine minutes.
}, 600_000);

afterAll(async () => {
  await database?.close();
  rmSync(documents, { recursive: true, force: true });
});

/** With limits of size out of the way: who may ask is what counts here. */
const serve = (access: (typeof modes)[number], passagesFor: Audience) =>
  serveGraph(database, {
    ...jwtSettings,
    GRAPH_ACCESS: access,
    GRAPH_PASSAGES_FOR: passagesFor,
    GRAPH_DOCUMENTS_DIR: documents,
    GRAPH_MAX_ROOT_FIELDS: '100',
    GRAPH_MAX_NODES: '1000000',
    GRAPH_MAX_POINTS: '1000000',
    GRAPH_MAX_DEPTH: '30',
  });

describe('A3 the matrix of roles and fields', () => {
  it('holds every field and argument of every type: a new one is denied until it is entered in test/schema/role-matrix.txt', () => {
    const fields = fieldsOf(built.schema);
    expect(fields.length).toBeGreaterThan(1500);
    expect(fields.filter((field) => entryOf(matrix, field) === undefined)).toEqual([]);
  });

  it('holds nothing that is gone', () => {
    const used = new Set(fieldsOf(built.schema).map((field) => entryOf(matrix, field)));
    expect([...matrix.keys()].filter((entry) => !used.has(entry))).toEqual([]);
  });

  it('knows roles only, and opens nothing to strangers in a private graph', () => {
    const words = [...audiences, 'passages'];
    const wrong = [...matrix].filter(([, access]) => !words.includes(access.open) || access.private === 'anyone');
    expect(wrong).toEqual([]);
  });

  it('lets nobody ask by what is held from them: no argument, condition or order falls under another entry than anyone’s', () => {
    const asking = fieldsOf(built.schema).filter((field) => field.endsWith(')') || !isObjectType(built.schema.getType(typeOf(field))));
    expect(asking.filter((field) => matrix.get(entryOf(matrix, field) ?? '')?.open !== 'anyone')).toEqual([]);
  });

  it('has no mutation and no subscription', () => {
    expect([built.schema.getMutationType(), built.schema.getSubscriptionType()]).toEqual([undefined, undefined]);
  });
});

describe('A3 the matrix, tried over HTTP by a stranger, a reader, a curator and an admin', () => {
  it('at something of every type that a question can come to', () => {
    const types = Object.keys(built.schema.getTypeMap()).filter(
      (name) => isObjectType(built.schema.getType(name)) && !name.startsWith('__'),
    );
    expect(types.filter((name) => !ways.has(name) && !unasked.test(name))).toEqual([]);
  });

  it.each(modes.flatMap((mode) => audiences.map((audience) => [mode, audience] as const)))(
    'is what each meets where the graph is %s and its passages are for %s',
    async (mode, passagesFor) => {
      const served = await serve(mode, passagesFor);
      // Whom passages are for makes a difference where they are.
      const types = passagesFor === 'curator' ? [...ways.keys()] : ['Query', 'Evidence', 'SourceLine'];
      const [met, expected]: Record<string, unknown>[] = [{}, {}];
      for (const type of types) {
        const fields = await meet(served, type);
        for (const [field, outcomes] of Object.entries(fields)) {
          Object.assign(met as object, { [field]: outcomes });
          Object.assign(expected as object, {
            [field]: audiences.map((role) => dueTo(role, matrix.get(field)?.[mode], passagesFor, mode)),
          });
        }
      }
      await served.stop();
      expect(Object.keys(met as object).length).toBeGreaterThan(passagesFor === 'curator' ? 700 : 40);
      expect(met).toEqual(expected);
      noteSafety('A3', {
        note: `${Object.keys(met as object).length} fields × ${audiences.length} callers, ${mode}, passages for ${passagesFor}: as entered`,
      });
    },
  );
});

describe('A3 a mutation, once there is one', () => {
  it('is open to the role that is entered and to stronger ones; one that is not entered is open to nobody', async () => {
    const served = await serveHello(jwtSettings);
    const met = await Promise.all(
      ['review', 'erase'].map((name) =>
        Promise.all(
          audiences.map(async (role) => {
            const answer = await askOverHttp(served.url, `mutation { ${name} }`, headers.get(role));
            return answer.body.data?.[name] ?? answer.body.errors[0].extensions.code;
          }),
        ),
      ),
    );
    await served.stop();
    expect(met).toEqual([
      ['UNAUTHENTICATED', 'FORBIDDEN', 'done', 'done'],
      ['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'],
    ]);
  });
});

it('A6 a question is charged what the guard says it costs, before anything is asked of the database', async () => {
  const served = await serveGraph(database, { GRAPH_CLIENT_POINTS_PER_HOUR: '40', GRAPH_ANSWER_STORE_MB: '0' });
  const question = '{ people(first: 100) { edges { node { name } } } }';
  const met = [];
  for (const _ of [1, 2, 3]) met.push(await askOverHttp(served.url, question));
  await served.stop();
  const [first, second, third] = met;
  // Sixteen would be let in if each cost the one point of the door.
  expect(first?.body.extensions.cost.points).toBeGreaterThan(13);
  expect(statusAndCode(first as HttpAnswer)[1]).not.toBe('RATE_LIMITED');
  expect([second, third].map((answer) => statusAndCode(answer as HttpAnswer))).toContainEqual([429, 'RATE_LIMITED']);
  expect(Number(third?.headers.get('retry-after'))).toBeGreaterThan(3000);
});

/** Nothing leads to designations; nothing is said of an agreement besides itself. */
const unasked = /^Designation|^AgreementStatements/;
const typeOf = (path: string): string => path.slice(0, path.indexOf('.'));

/** What a role is due: a field as an admin sees it, or nothing of it. */
function dueTo(role: Audience, access: string | undefined, passagesFor: Audience, mode: (typeof modes)[number]): 'open' | 'closed' {
  const audience = access === 'passages' ? passagesFor : (access as Audience);
  const isStranger = role === 'anyone' && mode === 'private';
  return isAmong(audience, { role }) && !isStranger ? 'open' : 'closed';
}

/** What each role meets at every field of a type, beside what an admin sees there. */
async function meet(served: ServedGraph, typeName: string): Promise<Record<string, string[]>> {
  const type = built.schema.getType(typeName) as GraphQLObjectType;
  const way = ways.get(typeName) as Way;
  const question = way.question(everyFieldOf(type, given));
  const answers = await Promise.all(audiences.map((role) => askOverHttp(served.url, question, headers.get(role))));
  const seen = answers.map(({ body }) => way.objects(body.data));
  const all = seen.at(-1) ?? [];
  expect([typeName, all.length > 0]).toEqual([typeName, true]);
  return Object.fromEntries(
    Object.keys(type.getFields()).map((field) => [`${typeName}.${field}`, seen.map((objects) => outcomeAt(field, objects, all))]),
  );
}

function outcomeAt(field: string, objects: Record<string, unknown>[], all: Record<string, unknown>[]): string {
  const [some, every] = [objects, all].map((those) => those.map((object) => object[field] ?? null));
  if (JSON.stringify(some) === JSON.stringify(every)) return 'open';
  return some?.every((value) => value === null) ? 'closed' : 'another answer';
}
