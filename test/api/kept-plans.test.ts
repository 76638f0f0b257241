import fc from 'fast-check';
import { type DocumentNode, execute, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { type BuiltSchema, buildSchema } from '../../src/schema/build-schema.ts';
import { atlasGraph } from '../support/atlas.ts';
import { plainContext } from '../support/plain-context.ts';
import { randomQuestionsAt } from '../support/random-graphql.ts';
import { recordedReads, type SentStatement } from '../support/recorded-reads.ts';
import { seedFiles } from '../support/seeded-graph.ts';
import { storedQuestions } from '../support/stored-questions.ts';

const runs = Math.ceil(Number(process.env.ORACLE_RUNS ?? 100) / 4);

let database: Database;
let built: BuiltSchema;

beforeAll(async () => {
  database = await atlasGraph({ more: seedFiles() });
  built = await buildSchema();
});
afterAll(() => database.close());

type Variables = Record<string, unknown>;

/** What a parsed question is answered with, and the statements that took. */
async function ask(document: DocumentNode, variableValues: Variables) {
  const { database: recorded, sent } = recordedReads(database);
  const contextValue = plainContext(recorded, built.nodeSource);
  const answer = await execute({ schema: built.schema, document, variableValues, contextValue });
  return { answer: JSON.parse(JSON.stringify(answer)), statements: gather(sent) };
}

/** Statements with all that any of them was asked about: what is asked in one moment is sent together, and moments differ. */
function gather(sent: readonly SentStatement[]): Map<string, Set<string>> {
  const gathered = new Map<string, Set<string>>();
  for (const { cypher, params } of sent) {
    const ids: string[] = [];
    const text = JSON.stringify({ cypher, params }).replaceAll(/"(\w*ids)":\[([^\]]*)\]/gi, (_, name, list) => {
      ids.push(...list.split(',').map((id: string) => `${name} ${id}`));
      return `"${name}":[]`;
    });
    gathered.set(text, new Set([...(gathered.get(text) ?? []), ...ids]));
  }
  return gathered;
}

/** Asks one parsed question with all of these variables in turn, and the same each time parsed anew. */
async function expectSame(query: string, turns: readonly Variables[]): Promise<void> {
  const document = parse(query);
  if (validate(built.schema, document).length > 0) return;
  for (const variables of turns) expect(await ask(document, variables)).toEqual(await ask(parse(query), variables));
}

/** The same variables with other values, as far as any may stand there. */
const others = (variables: Variables): Variables =>
  Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]): [string, unknown][] => {
      if (typeof value === 'number') return [[name, (Math.abs(value) % 5) + 1]];
      if (typeof value === 'boolean') return [[name, !value]];
      return value === null ? [] : [[name, value]];
    }),
  );

describe('a question that is asked again is sent to Neo4j as if it were asked for the first time', () => {
  it.each(storedQuestions().map(({ file, query, variables }) => [file, query, variables] as const))('%s', (_file, query, variables) =>
    expectSame(query, [variables, others(variables), variables]),
  );

  it.each([
    ['person', 'Person'],
    ['organisation', 'Organisation'],
    ['event', 'Event'],
    ['work', 'Work'],
    ['place', 'Place'],
  ] as const)('random ones about one %s, about another, and with other variables', async (field, label) => {
    const rows = await database.read(`MATCH (n:${label})<-[:END]-() RETURN n.id AS id, count(*) AS facts ORDER BY facts DESC, id LIMIT 2`);
    const [one, other = one] = rows.map(({ id }) => ({ id }));
    const questions = randomQuestionsAt(built.schema, `${field}(id: $id)`, label);
    await fc.assert(
      fc.asyncProperty(questions, async ({ query, variables }) => {
        const asked = query.startsWith('query Q(') ? query.replace('Q(', 'Q($id: ID!, ') : query.replace('Q', 'Q($id: ID!)');
        await expectSame(asked, [
          { ...variables, ...one },
          { ...variables, ...other },
          { ...others(variables), ...one },
          { ...variables, ...one },
        ]);
      }),
      { numRuns: runs, seed: 12, endOnFailure: true },
    );
  });

  it('also where a variable says what of it is asked, by us or by the library', async () => {
    const [row] = await database.read(
      'MATCH (p:Person)<-[:HOLDER]-(:Position) WHERE EXISTS { (p)-[:PARTICIPATED_IN]->() } RETURN p.id AS id ORDER BY id LIMIT 1',
    );
    const query = `query ($id: ID!, $more: Boolean!, $first: Int) { person(id: $id) {
      name @include(if: $more)
      participations(first: $first) { edges { node { role ...Where @skip(if: $more) } } }
      positions(limit: $first) { title organisation @include(if: $more) { name } }
    } }
    fragment Where on Participation { event { name places { location { name } } } }`;
    const turns = [true, false, true].flatMap((more) => [1, 2, null].map((first) => ({ ...row, more, first })));
    await expectSame(query, [...turns, { ...row, more: false }]);
    const { answer } = await ask(parse(query), { ...row, more: true, first: 1 });
    expect(answer).toMatchObject({
      data: { person: { name: expect.any(String), positions: [{ organisation: { name: expect.any(String) } }] } },
    });
  });
});
