import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { choosePath } from '../../src/resolvers/questions/choose-path.ts';
import { askSchema } from '../support/ask-schema.ts';
import { atlasFiles } from '../support/atlas.ts';
import { planOperators } from '../support/plan-operators.ts';
import { recordedReads, type SentStatement } from '../support/recorded-reads.ts';
import { seededGraph, seedFiles } from '../support/seeded-graph.ts';
import { storedQuestions } from '../support/stored-questions.ts';

const folder = new URL('../../src/database/queries/', import.meta.url);
const files = readdirSync(folder).filter((file) => /database\s*\.read\(/.test(readFileSync(new URL(file, folder), 'utf8')));

/** What `docs/questions` does not ask: the other orders, filters and ways in. A new query file needs a question there, or a line here. */
const more = [
  '{ organisations(filter: { placeId: "place:liaoning", kinds: [HOSPITAL] }) { totalCount edges { node { id } } } }',
  '{ events(orderBy: DATE) { edges { node { id } } } }',
  '{ events(filter: { from: "2024-01-01", to: "2025-12-31", dates: CERTAIN }, orderBy: DATE) { totalCount edges { node { id } } } }',
  '{ people(filter: { text: "聂勇战", organisationId: "organisation:china-anti-cancer-association" }) { edges { node { id } } } }',
  '{ facts(filter: { sourceId: "source:harbour-congress-2032-report", lines: { from: 2, to: 4 } }) { totalCount edges { node { factId } } } }',
  '{ facts(filter: { includeWithdrawn: true, entityIds: ["person:nie-yongzhan"] }) { totalCount edges { node { factId } } } }',
  '{ facts(filter: { disputed: true }) { totalCount edges { node { factId } } } }',
  '{ timeline(entityIds: ["person:tang-wen", "series:harbour-congress"], from: "2032-01-01") { totalCount edges { node { factId } } } }',
  '{ source(id: "source:harbour-congress-2032-report") { lines { edges { node { number facts { factId } } } } } }',
  '{ place(id: "place:yingkou") { events { totalCount edges { node { id } } } } }',
  '{ person(id: "person:tang-wen") { participations { totalCount edges { node { role } } } facts { totalCount edges { node { factId } } } } }',
  '{ event(id: "event:harbour-congress-2032") { participations { totalCount edges { node { participant { id label } } } } } }',
  '{ roster(eventId: "event:river-tour-yunxi", includeSubEvents: false, orderBy: PRINTED) { entries { totalCount edges { node { participant { summary } } } } } }',
  '{ roster(eventId: "event:river-tour-yunxi", orderBy: NAME) { entries { edges { node { participant { id } } } } } }',
  '{ agreements(filter: { partyIds: ["organisation:china-anti-cancer-association"], signedFrom: "2024-01-01" }) { totalCount edges { node { id } } } }',
  '{ network(scope: { organisationId: "organisation:east-lake-hospital" }) { ties { factIds } } }',
  '{ network(scope: { around: { id: "person:tang-wen", hops: 2 } }) { nodes { degree } } }',
  '{ network(scope: { entityIds: ["person:tang-wen", "person:qiu-ying"] }) { nodes { degree } } }',
  '{ entity(id: "organisation:unknown") { id } }',
];

/** Ends joined by several facts in a row. */
const farApart = { fromId: 'organisation:haigang-health-news', toId: 'organisation:west-hill-hospital', maxFacts: 6 };

/** Where a plan may begin: at what an index finds, or at what is handed in. */
const anchored = /Seek|^(Argument|Unwind|ProcedureCall|EmptyRow|EmptyResult|.*FromCountStore)$/;
const unbounded = /Scan$|^CartesianProduct$/;

/** Scans that are asked for, each with its reason. */
const allowed: Record<string, Record<string, string>> = {
  'list-entities.ts': { NodeIndexScan: 'a list of a kind walks its names in order', NodeByLabelScan: 'how many of a kind there are' },
  'find-agreements.ts': { NodeByLabelScan: 'a filter of agreements may keep any of them' },
  'find-facts-at.ts': { CartesianProduct: 'lists of one entity, each a single row' },
  'find-hop-facts.ts': { CartesianProduct: 'two neighbours, each by its id' },
  'find-midway.ts': { CartesianProduct: 'the two ends, each by its id' },
  'find-shortest-path.ts': { CartesianProduct: 'the two ends, each by its id' },
  'load-held-roles.ts': { CartesianProduct: 'a participant and an event, each by its id' },
  'find-facts.ts': { NodeByLabelScan: 'withdrawn facts have no ends to come from; only includeWithdrawn reads them' },
};

let database: Database;
let statements: SentStatement[] = [];

beforeAll(async () => {
  database = await seededGraph([...seedFiles(), ...atlasFiles()]);
  // The planner goes by what it knows of the indexes, which Neo4j finds out in its own time.
  await database.schema('CALL db.prepareForReplanning(120)');
  const recorded = recordedReads(database);
  const ask = await askSchema(recorded.database);
  const questions = [...storedQuestions(), ...more.map((query) => ({ query, variables: {} }))];
  for (const { query, variables } of questions) expect((await ask(query, variables)).errors, query).toBeUndefined();
  // A middle is chosen only where too many paths are equally short; here two are too many.
  await choosePath(recorded.database, farApart, { avoid: [], withoutFacts: [] }, 1);
  statements = [...new Map(recorded.sent.map((statement) => [statement.cypher, statement])).values()];
}, 600_000);
afterAll(() => database.close());

describe.each(files)('%s', (file) => {
  it('begins at an index, reads no kind whole and pairs nothing without need', async () => {
    const own = statements.filter((statement) => statement.file === file);
    expect(own.length, 'nothing asked here uses it').toBeGreaterThan(0);
    for (const statement of own) {
      const operators = await planOperators(database, statement);
      const offending = operators.filter((operator) => unbounded.test(operator) && !allowed[file]?.[operator]);
      expect(offending, statement.cypher).toEqual([]);
      expect(
        operators.some((operator) => anchored.test(operator) || allowed[file]?.[operator]),
        statement.cypher,
      ).toBe(true);
    }
  });
});

it('a list by ids or by a tie begins there, whatever else it asks', async () => {
  const narrowed = statements.filter(({ file, cypher }) => file === 'list-entities.ts' && /\$ids|^CALL/.test(cypher));
  expect(narrowed.length).toBeGreaterThan(5);
  for (const statement of narrowed)
    expect(
      (await planOperators(database, statement)).filter((operator) => unbounded.test(operator)),
      statement.cypher,
    ).toEqual([]);
});
