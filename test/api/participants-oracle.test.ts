import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { judge, openEvents, type PlainCriterion } from '../support/judge-participants.ts';
import { type Gathering, gatherings, idsOf, writeGatherings } from '../support/random-gatherings.ts';
import { seededGraph } from '../support/seeded-graph.ts';

const runs = Number(process.env.ORACLE_RUNS ?? 100);
const all = fc.sample(gatherings, { numRuns: 40, seed: 7 });
let database: Database;
let ask: Awaited<ReturnType<typeof askSchema>>;

beforeAll(async () => {
  database = await seededGraph([await writeGatherings(all)]);
  ask = await askSchema(database);
});

afterAll(() => database.close());

const day = fc.option(fc.constantFrom('2024-01-01', '2024-05-10', '2024-05-15', '2024-05-31', '2024-07-01'), { freq: 1 });
const criterion: fc.Arbitrary<PlainCriterion> = fc
  .record({
    event: fc.option(fc.nat(3)),
    roles: fc.option(fc.subarray(['ATTENDEE', 'SPEAKER', 'AWARDEE'], { minLength: 1 }), { freq: 1 }),
    includeSubEvents: fc.boolean(),
    from: day,
    to: day,
    dates: fc.constantFrom('POSSIBLE' as const, 'CERTAIN' as const),
  })
  .map((given) => (given.from && given.to && given.to < given.from ? { ...given, from: given.to, to: given.from } : given));
const lists = fc
  .record({
    allOf: fc.array(criterion, { maxLength: 2 }),
    anyOf: fc.array(criterion, { maxLength: 3 }),
    noneOf: fc.array(criterion, { maxLength: 2 }),
  })
  .filter(({ allOf, anyOf }) => allOf.length + anyOf.length > 0);
const among = fc.option(fc.uniqueArray(fc.nat(5), { minLength: 2 }), { freq: 1 });
type Lists = { allOf: PlainCriterion[]; anyOf: PlainCriterion[]; noneOf: PlainCriterion[] };

const text = `query($allOf: [EventCriterion!], $anyOf: [EventCriterion!], $noneOf: [EventCriterion!], $among: [ID!], $after: String) {
  participants(allOf: $allOf, anyOf: $anyOf, noneOf: $noneOf, amongIds: $among, participantKinds: [PERSON, ORGANISATION], first: 2, after: $after) {
    totalCount openRosters { id } pageInfo { hasNextPage endCursor }
    edges { node { participant { id } matches { list index possible factCount facts(first: 100) { factId } } } } } }`;

/** All pages of an answer together, or the message of the refusal. */
async function answer(variables: object) {
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
  const nodes: any[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await ask(text, { ...variables, after });
    if (errors) return { refusal: errors[0]?.message ?? '' };
    // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
    const { edges, pageInfo, totalCount, openRosters } = (data as any).participants;
    nodes.push(...edges.map((edge: { node: unknown }) => edge.node));
    if (!pageInfo.hasNextPage) return { nodes, totalCount, openRosters: openRosters.map(({ id }: { id: string }) => id) };
    after = pageInfo.endCursor;
  }
}

const everyoneOf = ({ people, organisations }: Gathering) => Array.from({ length: people + organisations }, (_, who) => who);

function expected(gathering: Gathering, graph: number, { allOf, anyOf, noneOf }: Lists, only: readonly number[]) {
  const ids = idsOf(graph, gathering);
  const met = (who: number, list: PlainCriterion[]) => list.map((one) => judge(gathering, who, one));
  const found = only.filter(
    (who) =>
      met(who, allOf).every(({ factCount }) => factCount > 0) &&
      (anyOf.length === 0 || met(who, anyOf).some(({ factCount }) => factCount > 0)) &&
      met(who, noneOf).every(({ factCount }) => factCount === 0),
  );
  const matches = (who: number, list: string, criteria: PlainCriterion[]) =>
    met(who, criteria).flatMap((verdict, index) => (verdict.factCount > 0 ? [{ list, index, ...verdict }] : []));
  return {
    found: new Map(found.map((who) => [ids.participant(who), [...matches(who, 'ALL_OF', allOf), ...matches(who, 'ANY_OF', anyOf)]])),
    open: openEvents(gathering, noneOf).map(ids.event),
  };
}

it('participants answers as looking at every fact does', async () => {
  let [answered, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.nat(all.length - 1), lists, among, async (graph, asked, chosen) => {
      const gathering = all[graph] as Gathering;
      const ids = idsOf(graph, gathering);
      const fitted = { allOf: asked.allOf.map(fit), anyOf: asked.anyOf.map(fit), noneOf: asked.noneOf.map(fit) };
      function fit(one: PlainCriterion): PlainCriterion {
        return one.event === null ? one : { ...one, event: one.event % gathering.events.length };
      }
      const given = ({ event, ...rest }: PlainCriterion) => ({
        ...(event === null ? { seriesId: ids.series } : { eventId: ids.event(event) }),
        ...rest,
      });
      const only = everyoneOf(gathering).filter((who) => chosen?.includes(who) ?? true);
      const { found, open } = expected(gathering, graph, fitted, only);
      const got = await answer({
        allOf: fitted.allOf.map(given),
        anyOf: fitted.anyOf.map(given),
        noneOf: fitted.noneOf.map(given),
        among: chosen && only.map(ids.participant),
      });
      if ('refusal' in got) {
        refused += 1;
        expect(got.refusal).toMatch(/^noneOf: .* nobody can meet both/);
        expect(found.size).toBe(0);
        return;
      }
      answered += found.size;
      expect(got.totalCount).toBe(found.size);
      expect(got.nodes).toHaveLength(found.size);
      const nodes = new Map(
        got.nodes.map((node) => [
          node.participant.id,
          node.matches.map(({ facts, ...match }: { facts: unknown[] }) => ({ ...match, factCount: facts.length })),
        ]),
      );
      expect(nodes).toEqual(found);
      expect([...got.openRosters].sort()).toEqual([...open].sort());
    }),
    { numRuns: runs, seed: 11 },
  );
  // A property that nothing meets would say nothing.
  expect(answered).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(0);
});
