import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { askSchema } from '../support/ask-schema.ts';
import { isPartOf, type OracleFilter, sharedWeights } from '../support/meeting-oracle.ts';
import { idIn, loadMeetings, type MeetingGraph, meetingGraph } from '../support/random-meetings.ts';
import { meetingFilter } from '../support/random-questions.ts';
import { emptyGraph } from '../support/seeded-graph.ts';

let database: Database;
beforeAll(async () => {
  database = await emptyGraph();
});
afterAll(() => database.close());

const RUNS = Number(process.env.ORACLE_RUNS ?? 100);
const LOAD = 100;
const SEED = 20310301;

const question = `query($scope: NetworkScope!, $roles: [EventRole!], $from: Day, $to: Day, $dates: DateMatch, $weighting: Weighting) {
  network(scope: $scope, roles: $roles, from: $from, to: $to, dates: $dates, weighting: $weighting, maxNodes: 2000, maxTies: 10000) {
    hiddenNodes hiddenTies nodes { entity { id } degree strength } ties { a b weight sharedEvents factIds(first: 100) } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their question.
type Answer = any;
const rounded = (weight: number): number => Number(weight.toFixed(9));

/** Every pair with the weights of the events it shares, as the plain oracle says; of some events and their parts only, if these are given. */
function expectedTies(graph: MeetingGraph, number: number, filter: OracleFilter, top?: number): Record<string, [number, number]> {
  const ties: Record<string, [number, number]> = {};
  for (let a = 0; a < graph.people; a++)
    for (let b = a + 1; b < graph.people; b++) {
      const shared = [...sharedWeights(graph, filter, a, b)].filter(
        ([event]) => top === undefined || event === top || isPartOf(graph, event, top),
      );
      if (shared.length > 0)
        ties[`${idIn(number, 'person', a)} ${idIn(number, 'person', b)}`] = [
          rounded(shared.reduce((sum, [, weight]) => sum + weight, 0)),
          shared.length,
        ];
    }
  return ties;
}

interface Asked {
  readonly graph: MeetingGraph;
  readonly number: number;
  readonly filter: OracleFilter;
  readonly chosen: number;
}

const everyoneIn = ({ graph, number }: Asked): string[] =>
  Array.from({ length: graph.people }, (_, index) => idIn(number, 'person', index));
const centreOf = (asked: Asked): string => everyoneIn(asked)[asked.chosen % asked.graph.people] ?? '';
const topOf = ({ graph, chosen }: Asked): number => chosen % graph.events.length;
const hopsOf = ({ chosen }: Asked): number => 1 + (chosen % 2);

/** One of three scopes: everyone of the graph, who took part in one event, who is around someone. */
const scopeOf = (asked: Asked): object | undefined =>
  [
    { entityIds: everyoneIn(asked) },
    { eventIds: [idIn(asked.number, 'event', topOf(asked))] },
    { around: { id: centreOf(asked), hops: hopsOf(asked) } },
  ][asked.chosen % 3];

function expectedOf(asked: Asked): { ties: Record<string, [number, number]>; nodes?: string[] } {
  const { graph, number, filter, chosen } = asked;
  const ties = expectedTies(graph, number, filter, chosen % 3 === 1 ? topOf(asked) : undefined);
  if (chosen % 3 === 0) return { ties, nodes: everyoneIn(asked) };
  if (chosen % 3 === 1) return { ties };
  const within = reachedFrom(centreOf(asked), hopsOf(asked), Object.keys(ties));
  const inside = Object.entries(ties).filter(([pair]) => pair.split(' ').every((id) => within.has(id)));
  return { ties: Object.fromEntries(inside), nodes: [...within].sort() };
}

function compare({ nodes, ties, hiddenNodes, hiddenTies }: Answer, expected: ReturnType<typeof expectedOf>, said: string): void {
  expect([hiddenNodes, hiddenTies], said).toEqual([0, 0]);
  const found = ties.map((tie: Answer) => [`${tie.a} ${tie.b}`, [rounded(tie.weight), tie.sharedEvents]]);
  expect(Object.fromEntries(found), said).toEqual(expected.ties);
  if (expected.nodes) expect(nodes.map((node: Answer) => node.entity.id).sort(), said).toEqual(expected.nodes);
  for (const { entity, degree, strength } of nodes as Answer[]) {
    const own = Object.entries(expected.ties).filter(([pair]) => pair.split(' ').includes(entity.id));
    expect(degree, said).toBe(own.length);
    expect(strength, said).toBeCloseTo(
      own.reduce((sum, [, [weight]]) => sum + weight, 0),
      6,
    );
  }
  for (const { a, b, factIds } of ties as Answer[]) {
    const whose = factIds.map((id: string) => id.replace('fact:', 'person:').split('-').slice(0, 2).join('-'));
    expect([...new Set(whose)].sort(), said).toEqual([a, b]);
  }
}

it(
  `the networks of ${RUNS} random graphs are those of the plain oracle`,
  async () => {
    const ask = await askSchema(database);
    const cases = fc.sample(fc.tuple(meetingGraph, meetingFilter, fc.nat()), { numRuns: RUNS, seed: SEED });
    for (let start = 0; start < RUNS; start += LOAD)
      await loadMeetings(
        database,
        cases.slice(start, start + LOAD).map(([graph]) => graph),
        start,
      );
    for (const [number, [graph, { includeSubEvents: _, ...criteria }, chosen]] of cases.entries()) {
      const asked = { graph, number, filter: { ...criteria, includeSubEvents: true }, chosen };
      const { data, errors } = await ask(question, { scope: scopeOf(asked), ...criteria });
      const said = JSON.stringify(asked);
      expect(errors, said).toBeUndefined();
      compare((data as Answer).network, expectedOf(asked), said);
    }
  },
  60_000 + RUNS * 3_000,
);

/** Whoever is so many ties away at most. */
function reachedFrom(centre: string, hops: number, pairs: readonly string[]): Set<string> {
  const reached = new Set([centre]);
  for (let hop = 0; hop < hops; hop++) {
    const next = pairs.filter((pair) => pair.split(' ').some((id) => reached.has(id))).flatMap((pair) => pair.split(' '));
    for (const id of next) reached.add(id);
  }
  return reached;
}
