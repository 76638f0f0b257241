import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { withdrawSource } from '../../src/recording/withdraw-source.ts';
import { askSchema } from '../support/ask-schema.ts';
import { changedFile } from '../support/changed-file.ts';
import { seededGraph, testFile } from '../support/seeded-graph.ts';

const spring = testFile('spring-forum.yaml');
let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph([spring]);
  ask = await askSchema(database);
});

afterAll(() => database.close());

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
async function data(source: string, variables?: Record<string, unknown>): Promise<any> {
  const { data: answer, errors } = await ask(source, variables);
  expect(errors).toBeUndefined();
  return answer;
}

describe('an agreement with a term from 2030 to 2032-06', () => {
  it.each([
    ['2029-12-31', 'NOT_YET'],
    ['2030-06-01', 'UNKNOWN'],
    ['2031-01-01', 'IN_FORCE'],
    ['2032-06-01', 'IN_FORCE'],
    ['2032-06-02', 'UNKNOWN'],
    ['2032-06-30', 'UNKNOWN'],
    ['2032-07-01', 'ENDED'],
  ])('stands on %s as %s, in the field and in the filter', async (on, status) => {
    const text = `query($on: Day!) { agreements { edges { node { status(on: $on) } } }
      ${['IN_FORCE', 'NOT_YET', 'ENDED', 'UNKNOWN'].map((word) => `${word}: agreements(filter: { statusOn: { date: $on, status: ${word} } }) { totalCount }`)} }`;
    const { agreements, ...counts } = await data(text, { on });
    expect(agreements.edges).toEqual([{ node: { status } }]);
    expect(Object.keys(counts).filter((word) => counts[word].totalCount === 1)).toEqual([status]);
  });

  it.each([
    ['2032-05-20', 42, 1],
    ['2032-05-20', 40, 0],
    ['2031-01-01', 30, 0],
  ])('expires within days of %s: %i', async (date, days, count) => {
    const { agreements } = await data(
      'query($date: Day!, $days: Int!) { agreements(filter: { statusOn: { date: $date, status: IN_FORCE }, expiringWithinDays: $days }) { totalCount } }',
      { date, days },
    );
    expect(agreements.totalCount).toBe(count);
  });
});

describe('a withdrawn fact', () => {
  const named = 'role: CLINIC_EXPERT';
  const list = `query($withdrawn: Boolean, $who: [ID!]) {
    facts(filter: { kinds: [PARTICIPATION], includeWithdrawn: $withdrawn, entityIds: $who }) {
      totalCount edges { node { factId statement ends { entity { name } } withdrawnAt evidence { withdrawnAt lines { from } } } } } }`;

  it('answers only by its id and where withdrawn ones are asked for', async () => {
    const before = (await data(list)).facts;
    await importFiles(database, [await changedFile(spring, [new RegExp(`.*${named}.*\\n`), ''])]);
    const { facts: living } = await data(list);
    const { facts: all } = await data(list, { withdrawn: true });
    expect([before.totalCount, living.totalCount, all.totalCount]).toEqual([2, 1, 2]);
    const gone = all.edges
      .map((edge: { node: { withdrawnAt: string | null } }) => edge.node)
      .filter((fact: { withdrawnAt: unknown }) => fact.withdrawnAt);
    const [was] = before.edges.filter((edge: { node: { factId: string } }) => edge.node.factId === gone[0].factId);
    expect(gone).toEqual([
      {
        ...was.node,
        withdrawnAt: expect.stringMatching(/^\d{4}-.*Z$/),
        evidence: [{ lines: { from: 5 }, withdrawnAt: expect.any(String) }],
      },
    ]);
    expect((await data(list, { withdrawn: true, who: ['person:li-ming'] })).facts.totalCount).toBe(1);
    const { fact } = await data('query($id: ID!) { fact(id: $id) { withdrawnAt statement } }', { id: gone[0].factId });
    expect(fact).toEqual({ withdrawnAt: gone[0].withdrawnAt, statement: gone[0].statement });
    expect((await data('{ timeline(entityIds: ["person:li-ming"]) { edges { node { factId } } } }')).timeline.edges).not.toContainEqual({
      node: { factId: gone[0].factId },
    });
  });

  it('asked for by an entity that never was is NOT_FOUND', async () => {
    const { errors } = await ask(list, { withdrawn: true, who: ['person:nobody'] });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('an agreement is among its own facts, wherever one asks for them', async () => {
  const { agreement, facts, timeline } = await data(
    `query($id: ID!) {
    agreement(id: $id) { factId facts(kinds: [AGREEMENT]) { edges { node { factId ends { part entity { id } } } } } }
    facts(filter: { entityIds: [$id], kinds: [AGREEMENT] }) { edges { node { factId } } }
    timeline(entityIds: [$id], kinds: [AGREEMENT]) { edges { node { factId } } }
  }`,
    { id: 'agreement:test-association-river-hospital' },
  );
  const ids = [agreement.facts, facts, timeline].map((page) => page.edges.map((edge: { node: { factId: string } }) => edge.node.factId));
  expect(ids).toEqual([[agreement.factId], [agreement.factId], [agreement.factId]]);
  expect(agreement.facts.edges[0].node.ends).toContainEqual({
    part: 'agreement',
    entity: { id: 'agreement:test-association-river-hospital' },
  });
});

it('a withdrawn fact names the document that said it, though that is withdrawn itself', async () => {
  await withdrawSource(database, 'source:spring-forum-report', 'printed in error');
  const source = 'source { id name label aliases date { start } statements { value } facts(first: 1) { edges { node { factId } } } }';
  const { facts } = await data(
    `{ facts(filter: { includeWithdrawn: true }) { edges { node { factId evidence { passage lines { from } ${source} } } } } }`,
  );
  expect(facts.edges.length).toBeGreaterThan(5);
  const id = 'source:spring-forum-report';
  const left = { id, name: id, label: id, aliases: [], date: null, statements: [], facts: { edges: [] } };
  for (const { node } of facts.edges) expect(node.evidence[0]).toMatchObject({ passage: null, source: left });
  const { fact } = await data('query($id: ID!) { fact(id: $id) { evidence { source { id name fileName } } } }', {
    id: facts.edges[0].node.factId,
  });
  expect(fact.evidence).toContainEqual({ source: { id, name: id, fileName: null } });
});
