import fc from 'fast-check';
import { type DocumentNode, execute, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { type ListsBelow, planFactsAt } from '../../src/database/queries/build-facts-at.ts';
import { keptPlan, textsKept } from '../../src/database/queries/kept-plans.ts';
import type { FactKind } from '../../src/domain/facts.ts';
import { type BuiltSchema, buildSchema } from '../../src/schema/build-schema.ts';
import { atlasGraph } from '../support/atlas.ts';
import { plainContext } from '../support/plain-context.ts';
import { randomQuestionsAt } from '../support/random-graphql.ts';
import { recordedReads, type SentStatement } from '../support/recorded-reads.ts';
import { seedFiles } from '../support/seeded-graph.ts';
import { storedQuestions } from '../support/stored-questions.ts';

const runs = Math.ceil(Number(process.env.ORACLE_RUNS ?? 100) / 8);

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

const below: ListsBelow = { end: 'event', label: 'Event', lists: [{ list: { wanted: { kinds: ['LOCATION'] }, limit: 9 }, below: [] }] };

describe('a question that is asked again is sent to Neo4j as if it were asked for the first time', () => {
  // Before all others, while there is room for each new text to be seen.
  it('also page by page, of whatever size, with no more texts kept than for the first page', async () => {
    const [ids = {}] = await database.read(
      `CALL () { MATCH (e:Event)<-[:PARTICIPATED_IN]-() WITH e, count(*) AS many ORDER BY many DESC LIMIT 1 RETURN e.id AS event }
      CALL () { MATCH (p:Person)-[:PARTICIPATED_IN]->() WITH p, count(*) AS many ORDER BY many DESC LIMIT 1 RETURN p.id AS person }
      RETURN event, person`,
    );
    const query = `query ($event: ID!, $person: ID!, $first: Int, $inEvent: String, $ofPerson: String) {
      event(id: $event) { participations(first: $first, after: $inEvent) { ...Page } }
      person(id: $person) { participations(first: $first, after: $ofPerson) { ...Page } }
    }
    fragment Page on ParticipationPage { edges { cursor node { role event { name } } } }`;
    const document = parse(query);
    const [cursors, kept] = [new Set<string>(), new Set<number>()];
    let after = {};
    for (const first of [1, 2, 1, 3]) {
      const variables = { ...ids, first, ...after };
      const { answer, statements } = await ask(document, variables);
      expect({ answer, statements }).toEqual(await ask(parse(query), variables));
      const [inEvent, ofPerson] = [answer.data.event, answer.data.person].map(({ participations }) => participations.edges.at(-1)?.cursor);
      after = { inEvent, ofPerson };
      cursors.add(inEvent).add(ofPerson);
      kept.add(textsKept());
    }
    expect([cursors.size, kept.size]).toEqual([8, 1]);
  });

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

  it('and lists are read by the text that would be written for them alone', () => {
    const names = (...from: string[]) => fc.oneof(fc.constantFrom(null, undefined), fc.subarray(from));
    const list = fc.record(
      {
        wanted: fc.record({
          kinds: names('PARTICIPATION', 'LOCATION') as fc.Arbitrary<FactKind[]>,
          parts: names('event', 'participant', 'parties'),
          types: names('HELD_AT'),
          roles: names('SPEAKER'),
          newestFirst: fc.boolean(),
          eventsOnceBy: fc.constantFrom('HELD_AT' as const, undefined),
        }),
        limit: fc.nat(),
        after: fc.constantFrom('~ one 1', '2020 one 1'),
        asked: fc.record({ properties: fc.subarray(['role']), ends: fc.subarray(['event']), card: fc.subarray(['name']) }),
        evidence: fc.constant({ own: ['id'], source: [] }),
      },
      { requiredKeys: ['wanted', 'limit'] },
    );
    const trees = fc.array(fc.record({ list, below: fc.array(fc.constant(below), { maxLength: 1 }) }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(trees, fc.boolean(), (wanted, withEntities) => {
        const alone = planFactsAt(wanted, withEntities).cypher.replaceAll(/\s+/g, ' ');
        expect(keptPlan(wanted, withEntities).cypher).toBe(alone);
      }),
    );
  });
});
