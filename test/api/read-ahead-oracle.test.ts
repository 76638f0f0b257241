import fc from 'fast-check';
import { type ExecutionResult, graphql } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import type { EntityLabel } from '../../src/domain/vocabulary.ts';
import type { GraphContext } from '../../src/resolvers/context.ts';
import { type BuiltSchema, buildSchema } from '../../src/schema/build-schema.ts';
import { atlasGraph } from '../support/atlas.ts';
import { countedReads } from '../support/counted-reads.ts';
import { plainContext } from '../support/plain-context.ts';
import { randomQuestionsAt } from '../support/random-graphql.ts';
import { seedFiles } from '../support/seeded-graph.ts';

const runs = Math.ceil(Number(process.env.ORACLE_RUNS ?? 100) / 8);

let database: Database;
let built: BuiltSchema;

beforeAll(async () => {
  database = await atlasGraph({ more: seedFiles() });
  built = await buildSchema();
});
afterAll(() => database.close());

const contextOf = (reads: Database): GraphContext => plainContext(reads, built.nodeSource);

/** Reads each node by the library, each list when it is its turn, whole facts, and their evidence after them. */
function withoutPlan(): GraphContext {
  const context = plainContext(database, { ...built.nodeSource, propertiesAsked: () => undefined });
  const { list, ...others } = context.factsAt;
  const whole: GraphContext['factsAt'] = {
    ...others,
    list: (id, { asked: _, evidence: __, ...rest }) => list(id, { ...rest, keyed: true }, () => []),
  };
  return Object.defineProperty(context, 'factsAt', { value: whole });
}

type Question = { readonly query: string; readonly variables?: Record<string, unknown> };
const ask = ({ query, variables }: Question, contextValue: GraphContext): Promise<ExecutionResult> =>
  graphql({ schema: built.schema, source: query, variableValues: variables, contextValue });

describe('what is read ahead, and no more of it than is asked', () => {
  const starts = [
    ['person', 'Person'],
    ['organisation', 'Organisation'],
    ['event', 'Event'],
    ['series', 'EventSeries'],
    ['work', 'Work'],
    ['project', 'Project'],
    ['place', 'Place'],
    ['source', 'Source'],
  ] as const satisfies readonly (readonly [string, EntityLabel])[];

  it.each(starts)(
    'answers random questions about one %s as when everything is read whole, and when its turn comes',
    async (field, label) => {
      const rows = await database.read(
        `MATCH (n:${label})<-[:END]-() RETURN n.id AS id, count(*) AS facts ORDER BY facts DESC, id LIMIT 3`,
      );
      const questions = fc.oneof(...rows.map(({ id }) => randomQuestionsAt(built.schema, `${field}(id: "${id}")`, label)));
      await fc.assert(
        fc.asyncProperty(questions, async (question) => {
          const [usual, plain] = [await ask(question, contextOf(database)), await ask(question, withoutPlan())];
          expect(JSON.parse(JSON.stringify(usual))).toEqual(JSON.parse(JSON.stringify(plain)));
        }),
        { numRuns: runs, seed: 11, endOnFailure: true },
      );
    },
  );

  const dossier = `query ($id: ID!) { person(id: $id) { id name participations(first: 6) { edges { node { role evidence { lines { from } source { name } } event {
    id name date { start } places { location { id name } } participations(first: 3) { edges { node { participant { id name } } } }
  } } } } } }`;

  it('asks for a person, their events, and the places and guests of those in one statement', async () => {
    const [row] = await database.read(
      'MATCH (p:Person)<-[:END]-(:Fact {factKind: "PARTICIPATION"}) RETURN p.id AS id, count(*) AS n ORDER BY n DESC LIMIT 1',
    );
    const { database: counted, statements } = countedReads(database);
    const { data, errors } = await ask({ query: dossier, variables: { id: row?.id } }, contextOf(counted));
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ person: { participations: { edges: { length: 6 } } } });
    expect(statements()).toBe(1);
  });
});
