import { type GraphQLFieldResolver, isObjectType } from 'graphql';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Environment } from '../../src/config/read-config.ts';
import type { Database } from '../../src/database/connect.ts';
import { audiences, type Caller, isAmong } from '../../src/domain/access.ts';
import { createContext } from '../../src/resolvers/context.ts';
import { type BuiltSchema, buildSchema } from '../../src/schema/build-schema.ts';
import { startServer } from '../../src/server/start-server.ts';
import { askOverHttp, bearer, type HttpAnswer, statusAndCode } from '../support/ask-over-http.ts';
import { jwtSettings, tokenOf } from '../support/make-token.ts';
import { minimalQuestion } from '../support/minimal-question.ts';
import { noteSafety } from '../support/note-safety.ts';
import { type FieldAccess, fieldsOf, readRoleMatrix } from '../support/role-matrix.ts';
import { serveHello } from '../support/serve-hello.ts';
import { testConfig } from '../support/test-config.ts';

const matrix = readRoleMatrix();
const callers: Caller[] = audiences.map((role) => (role === 'anyone' ? { role } : { role, subject: role }));
let built: BuiltSchema;

beforeAll(async () => {
  built = await buildSchema();
});

/** Holds nothing: who may ask is what counts here. */
const nothing = { read: async () => [] } as unknown as Database;

const contextOf = (caller: Caller, passagesFor: Caller['role']) => {
  const documents = { passage: async () => 'what the document says' };
  return createContext({ database: nothing, documents, passagesFor, nodeSource: built.nodeSource, transactionTimeoutMs: 1000 }, caller);
};

describe('A3 the matrix of roles and fields', () => {
  it('holds every field of the public schema: a new one is denied until it is entered in test/schema/role-matrix.txt', () => {
    expect(fieldsOf(built.schema).filter((field) => !matrix.has(field))).toEqual([]);
  });

  it('holds no field that is gone', () => {
    const fields = new Set(fieldsOf(built.schema));
    expect([...matrix.keys()].filter((field) => !fields.has(field))).toEqual([]);
  });

  it('knows roles only, and opens nothing to strangers in a private graph', () => {
    const words = [...audiences, 'passages'];
    const wrong = [...matrix].filter(([, access]) => !words.includes(access.open) || access.private === 'anyone');
    expect(wrong).toEqual([]);
  });

  it.each(['open', 'private'] as const)(
    'is what a stranger, a reader, a curator and an admin meet at every question of a graph that is %s',
    async (mode) => {
      const served = await serve({ ...jwtSettings, GRAPH_ACCESS: mode });
      const met: Record<string, string[]> = {};
      const expected: Record<string, string[]> = {};
      for (const field of Object.values(built.schema.getQueryType()?.getFields() ?? {})) {
        const { [mode]: audience } = matrix.get(`Query.${field.name}`) as FieldAccess;
        expected[field.name] = callers.map((caller) => (isAmong(audience as Caller['role'], caller) ? 'let in' : 'refused'));
        met[field.name] = await Promise.all(
          callers.map(async ({ role }) => {
            const [status] = statusAndCode(
              await askOverHttp(served.url, minimalQuestion(field), role === 'anyone' ? {} : bearer(await tokenOf(role))),
            );
            return status === 401 || status === 403 ? 'refused' : 'let in';
          }),
        );
      }
      await served.stop();
      expect(met).toEqual(expected);
      noteSafety('A3', { note: `${Object.keys(met).length} questions × ${callers.length} callers, ${mode}: as entered` });
    },
  );

  it('holds passages back as if no copy were there', async () => {
    const held = [...matrix].filter(([, { open }]) => open === 'passages').map(([field]) => field);
    expect(held).toEqual(['Evidence.passage', 'SourceLine.passage']);
    for (const audience of audiences)
      for (const caller of callers) {
        const shown = isAmong(audience, caller) ? 'what the document says' : null;
        for (const field of held) expect([field, await resolve(field, contextOf(caller, audience))]).toEqual([field, shown]);
      }
  });

  it('has no mutation', () => {
    expect(built.schema.getMutationType()).toBeUndefined();
  });
});

describe('A3 a mutation, once there is one', () => {
  it('is open to the role that is entered and to stronger ones; one that is not entered is open to nobody', async () => {
    const served = await serveHello(jwtSettings);
    const met = await Promise.all(
      ['review', 'erase'].map((name) =>
        Promise.all(
          callers.map(async ({ role }) => {
            const answer = await askOverHttp(served.url, `mutation { ${name} }`, role === 'anyone' ? {} : bearer(await tokenOf(role)));
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
  const served = await serve({ GRAPH_CLIENT_POINTS_PER_HOUR: '40' });
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

function resolve(path: string, context: unknown): unknown {
  const [type = '', name = ''] = path.split('.');
  const object = built.schema.getType(type);
  const field: unknown = isObjectType(object) ? object.getFields()[name] : undefined;
  const file = { fileName: 'report.txt', sha256: '0' };
  const row = { number: 1, lineFrom: 1, lineTo: 1, ...file, source: file };
  const { resolve: answer } = field as { resolve: GraphQLFieldResolver<unknown, unknown> };
  return answer(row, {}, context, undefined as never);
}

const serve = (settings: Environment) =>
  startServer({
    schema: built.schema,
    config: testConfig(settings),
    logger: pino({ level: 'silent' }),
    stage: () => ({
      contextFactory: (caller) => contextOf(caller, 'anyone'),
      readinessChecks: [],
      readPool: () => undefined,
      version: () => Promise.reject(new Error('no graph')),
    }),
    mapError: (error) => error,
    storedOperations: new Map(),
  });
