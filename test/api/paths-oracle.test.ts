import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import type { FactKind } from '../../src/domain/facts.ts';
import { findRoutes, type RouteQuestion, type RouteStep } from '../../src/resolvers/questions/find-routes.ts';
import { emptyGraph } from '../support/seeded-graph.ts';
import { type Fact, type Graph, kindOf, type Label, pairsOf, prefixes, storeGraphs } from '../support/store-graphs.ts';

const runs = Number(process.env.ORACLE_RUNS ?? 100);
/** A thousand graphs take longer than a test may by itself. */
const patience = Math.max(180_000, runs * 1800);

/** A small graph whose ids begin with a name of its own, so that many can stand beside each other. */
const graphNamed = (name: string) =>
  fc.array(fc.constantFrom(...(Object.keys(prefixes) as Label[])), { minLength: 3, maxLength: 11 }).chain((labels) => {
    const nodes = labels.map((label, index) => ({ id: `${prefixes[label]}:${name}-${String(index).padStart(2, '0')}`, label }));
    const node = fc.constantFrom(...nodes.map(({ id }) => id));
    const fact = fc.record({
      type: fc.constantFrom(...(Object.keys(kindOf) as (keyof typeof kindOf)[])),
      certainty: fc.constantFrom('EXPLICIT', 'IMPLIED', 'AMBIGUOUS'),
      ends: fc.uniqueArray(node, { minLength: 2, maxLength: 4 }),
    });
    // Half of them are drawn out into a line: of nodes joined at random nearly all are near.
    const inLine = (index: number) =>
      nodes
        .slice(index % (nodes.length - 1))
        .slice(0, 2)
        .map(({ id }) => id);
    return fc.tuple(fc.boolean(), fc.array(fact, { minLength: 2, maxLength: 22 })).map(([line, drawn]) => ({
      nodes,
      facts: drawn.map(({ type, certainty, ends }, index) => ({
        factId: `fact:${name}-${index}`,
        type,
        kind: kindOf[type],
        certainty,
        ends: line ? inLine(index) : type === 'TIE' ? ends : ends.slice(0, 2),
      })),
    }));
  });

type Ids = readonly string[];

const usableFacts = (graph: Graph, { kinds }: RouteQuestion, without: Ids): Fact[] =>
  graph.facts.filter((fact) => !without.includes(fact.factId) && (!kinds || kinds.includes(fact.kind)));

/** All paths as short as any, breadth first: ring after ring, through nothing that an earlier ring has met. */
function shortestPaths(graph: Graph, question: RouteQuestion, avoid: Ids, without: Ids): Ids[] {
  const { fromId, toId } = question;
  const hops = usableFacts(graph, question, without)
    .flatMap(pairsOf)
    .flatMap(([a, b]) => [
      [a, b],
      [b, a],
    ]);
  const seen = new Set([...avoid, ...graph.nodes.filter(({ label }) => label === 'Place').map(({ id }) => id), fromId]);
  let ring: Ids[] = [[fromId]];
  while (ring.length > 0) {
    const arrived = ring.filter((ids) => ids.at(-1) === toId);
    if (arrived.length > 0) return arrived;
    const wider = ring.flatMap((ids) => hops.filter(([a]) => a === ids.at(-1)).map(([, b = '']) => [...ids, b]));
    ring = wider.filter((ids) => !seen.has(ids.at(-1) ?? ''));
    for (const ids of ring) seen.add(ids.at(-1) ?? '');
  }
  return [];
}

/** How many facts lie between the ends. */
const distance = (...args: Parameters<typeof shortestPaths>): number => (shortestPaths(...args)[0]?.length ?? Number.POSITIVE_INFINITY) - 1;

const strengths = ['EXPLICIT', 'IMPLIED', 'AMBIGUOUS'];

/** Of the shortest, the one whose weakest link is strongest, then the one with the lowest ids, read from the lower end. */
function bestPath(...args: Parameters<typeof shortestPaths>): Ids | undefined {
  const [graph, question, , without] = args;
  const facts = usableFacts(graph, question, without);
  const weaknessOf = (a: string, b: string) =>
    Math.min(
      ...facts
        .filter((fact) => pairsOf(fact).some((pair) => pair.includes(a) && pair.includes(b)))
        .map((f) => strengths.indexOf(f.certainty)),
    );
  const turned = question.fromId > question.toId;
  const rank = (ids: Ids) =>
    [Math.max(...ids.slice(1).map((id, index) => weaknessOf(ids[index] ?? '', id))), ...(turned ? ids.toReversed() : ids)].join('\n');
  return shortestPaths(...args).toSorted((a, b) => Number(rank(a) > rank(b)) - Number(rank(a) < rank(b)))[0];
}

const middlesOf = (route: readonly RouteStep[]): string[] => route.slice(1).map(({ fromId }) => fromId);

/** Holds what is promised of the paths that were found against the graph they were found in. */
function check(graph: Graph, question: RouteQuestion, routes: readonly (readonly RouteStep[])[], { best = false } = {}): void {
  const { fromId, toId, maxFacts, limit, kinds, avoid } = question;
  let [barred, without]: [Ids, Ids] = [avoid, []];
  for (const route of routes) {
    expect([route.at(0)?.fromId, route.at(-1)?.toId]).toEqual([fromId, toId]);
    expect(route.slice(1).map((step) => step.fromId)).toEqual(route.slice(0, -1).map((step) => step.toId));
    for (const step of route) {
      const fact = graph.facts.find(({ factId }) => factId === step.factId);
      expect(fact && pairsOf(fact).some((pair) => pair.includes(step.fromId) && pair.includes(step.toId))).toBe(true);
      expect(!kinds || (fact && kinds.includes(fact.kind))).toBe(true);
    }
    expect(route).toHaveLength(distance(graph, question, barred, without));
    if (best) expect([fromId, ...route.map((step) => step.toId)]).toEqual(bestPath(graph, question, barred, without));
    expect(route.length).toBeLessThanOrEqual(maxFacts);
    expect(middlesOf(route).filter((id) => barred.includes(id))).toEqual([]);
    barred = [...barred, ...middlesOf(route)];
    if (route.length === 1) without = [...without, ...route.map(({ factId }) => factId)];
  }
  if (routes.length < limit) expect(distance(graph, question, barred, without)).toBeGreaterThan(maxFacts);
}

let database: Database;

beforeAll(async () => {
  database = await emptyGraph();
});

afterAll(() => database.close());

describe(`in ${runs} graphs of any shape, paths`, () => {
  const graphs = Array.from({ length: runs }, (_, run) => fc.sample(graphNamed(`g${run}`), { numRuns: 1, seed: 20241114 + run })[0]).filter(
    (graph) => graph !== undefined,
  );
  /** The same facts, written in another order under other ids that sort alike. */
  const renamed = (text: string) => text.replace(/:g(\d+)-/, ':h$1-');
  const twins = graphs.map(({ nodes, facts }) => ({
    nodes: nodes.map((node) => ({ ...node, id: renamed(node.id) })).toReversed(),
    facts: facts.map((fact) => ({ ...fact, factId: renamed(fact.factId), ends: fact.ends.map(renamed).toReversed() })).toReversed(),
  }));

  const questionOf = (graph: Graph, run: number): RouteQuestion | undefined => {
    const [from, to, other] = graph.nodes.filter(({ label }) => label !== 'Place').map(({ id }) => id);
    if (!from || !to) return undefined;
    const kinds: FactKind[] | null = run % 5 === 0 ? ['PARTICIPATION', 'AGREEMENT'] : null;
    const question = {
      fromId: from,
      toId: to,
      maxFacts: 1 + (run % 6),
      limit: 1 + (run % 4),
      kinds,
      avoid: run % 7 === 0 && other ? [other] : [],
    };
    return run % 2 === 0 ? question : { ...question, toId: farthest(graph, question), avoid: [], maxFacts: 6 };
  };
  /** What lies as far from the one end as the graph reaches: two entities drawn by lot are mostly near. */
  const farthest = (graph: Graph, question: RouteQuestion) => {
    const reach = (toId: string) => distance(graph, { ...question, toId }, [], []);
    const reached = graph.nodes.map(({ id }) => id).filter((id) => id !== question.fromId && Number.isFinite(reach(id)));
    return reached.toSorted((a, b) => reach(b) - reach(a))[0] ?? question.toId;
  };
  const asked = graphs.flatMap((graph, run) => {
    const question = questionOf(graph, run);
    return question ? [{ graph, question }] : [];
  });

  beforeAll(() => storeGraphs(database, [...graphs, ...twins]), patience);

  it(
    'are as short as breadth first counts, the best of those, whole, through different middles, and all there are',
    async () => {
      const lengths = new Set<number>();
      for (const { graph, question } of asked) {
        const routes = await findRoutes(database, question);
        check(graph, question, routes, { best: true });
        for (const route of routes) lengths.add(route.length);
      }
      if (runs >= 100) expect([...lengths]).toEqual(expect.arrayContaining([1, 2, 3, 4, 5]));
    },
    patience,
  );

  it(
    'are as short, and all there are, where there are too many to compare',
    async () => {
      for (const { graph, question } of asked) check(graph, question, await findRoutes(database, question, 1));
    },
    patience,
  );

  it.each([1, 1000])(
    'are the same whichever end is asked from and in whatever order the facts came, %i compared',
    async (most) => {
      const factIds = (routes: readonly (readonly RouteStep[])[]) => routes.map((route) => route.map((step) => renamed(step.factId)));
      for (const { question } of asked) {
        const found = factIds(await findRoutes(database, question, most));
        const { fromId, toId, avoid } = question;
        const back = await findRoutes(database, { ...question, fromId: toId, toId: fromId }, most);
        expect(factIds(back).map((route) => route.toReversed())).toEqual(found);
        const twin = { ...question, fromId: renamed(fromId), toId: renamed(toId), avoid: avoid.map(renamed) };
        expect(factIds(await findRoutes(database, twin, most))).toEqual(found);
      }
    },
    patience,
  );
});
