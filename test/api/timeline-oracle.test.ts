import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { factKinds } from '../../src/domain/facts.ts';
import { askSchema } from '../support/ask-schema.ts';
import { atlasFiles } from '../support/atlas.ts';
import { seededGraph, seedFiles } from '../support/seeded-graph.ts';

const runs = Number(process.env.ORACLE_RUNS ?? 60);

interface PlainFact {
  readonly factId: string;
  readonly kind: string;
  readonly dateKey: string;
  readonly endKey: string;
  readonly entityIds: readonly string[];
}

const readAll = `MATCH (f:Fact)
WITH f, CASE WHEN f.dateStart IS NOT NULL THEN coalesce(f.dateEnd, f.dateStart)
  ELSE coalesce(COLLECT { MATCH (f)-[:END]->(e:Event) WHERE e.dateKey = f.dateKey RETURN e.dateEnd LIMIT 1 }[0], f.dateKey) END AS endKey
RETURN f.factId AS factId, f.factKind AS kind, f.dateKey AS dateKey, endKey, COLLECT { MATCH (f)-[r:END]->() RETURN r.entityId } AS entityIds`;

let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;
let facts: readonly PlainFact[];
let entityIds: readonly string[];

beforeAll(async () => {
  database = await seededGraph([...seedFiles(), ...atlasFiles()]);
  ask = await askSchema(database);
  facts = (await database.read(readAll)) as unknown as PlainFact[];
  entityIds = [...new Set(facts.flatMap((fact) => fact.entityIds))].sort();
});
afterAll(() => database.close());

const text = `query($ids: [ID!]!, $kinds: [FactKind!], $from: Day, $to: Day, $dates: DateMatch, $first: Int, $after: String) {
  timeline(entityIds: $ids, kinds: $kinds, from: $from, to: $to, dates: $dates, first: $first, after: $after) {
    totalCount edges { node { factId } } pageInfo { hasNextPage endCursor } } }`;

/** All pages of a timeline together, and what it says their number is. */
async function walk(variables: Asked & { ids: readonly string[] }) {
  const found: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await ask(text, { ...variables, after });
    expect(errors).toBeUndefined();
    // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
    const { edges, pageInfo, totalCount } = (data as any).timeline;
    found.push(...edges.map((edge: { node: { factId: string } }) => edge.node.factId));
    if (!pageInfo.hasNextPage) return { found, totalCount };
    after = pageInfo.endCursor;
  }
}

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const lastDay = (date: string) => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);
const isIn = ({ dateKey, endKey }: PlainFact, { from, to, dates }: Asked): boolean => {
  if (!from && !to) return true;
  if (dateKey === '~') return false;
  const [begins, ends] = [firstDay(dateKey), lastDay(endKey)];
  const certain = dates === 'CERTAIN';
  return (!from || (certain ? begins : ends) >= from) && (!to || (certain ? ends : begins) <= to);
};
const place = ({ dateKey, factId }: PlainFact) => `${dateKey} ${factId}`;

const day = fc.option(fc.constantFrom('2023-12-31', '2024-05-10', '2024-06-01', '2031-05-20', '2032-06-01', '2033-01-01'), { freq: 1 });
const asked = fc
  .record({
    kinds: fc.option(fc.subarray(Object.keys(factKinds), { minLength: 1 }), { freq: 1 }),
    from: day,
    to: day,
    dates: fc.constantFrom('POSSIBLE', 'CERTAIN'),
    first: fc.integer({ min: 5, max: 40 }),
  })
  .map((given) => (given.from && given.to && given.to < given.from ? { ...given, from: given.to, to: given.from } : given));
type Asked = typeof asked extends fc.Arbitrary<infer Value> ? Value : never;

it('the pages of a timeline together are all facts about its entities, each once, by date and id', async () => {
  const chosen = fc.uniqueArray(fc.nat(10_000), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(chosen, asked, async (numbers, question) => {
      const ids = [...new Set(numbers.map((number) => String(entityIds[number % entityIds.length])))];
      const expected = facts
        .filter((fact) => fact.entityIds.some((id) => ids.includes(id)))
        .filter((fact) => (!question.kinds || question.kinds.includes(fact.kind)) && isIn(fact, question))
        .sort((a, b) => (place(a) < place(b) ? -1 : 1))
        .map(({ factId }) => factId);
      expect(await walk({ ...question, ids })).toEqual({ found: expected, totalCount: expected.length });
    }),
    { numRuns: runs },
  );
});
