import type { Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { encodeParameters } from '../../src/database/encode-parameters.ts';
import { buildShortestPathQuery } from '../../src/database/queries/find-shortest-path.ts';
import { shareTime } from '../../src/database/share-time.ts';
import { TimeoutError } from '../../src/domain/errors.ts';
import type { FactKind } from '../../src/domain/facts.ts';
import { findRoutes } from '../../src/resolvers/questions/find-routes.ts';
import { emptyGraph } from '../support/seeded-graph.ts';
import { type Fact, type Node, storeGraphs } from '../support/store-graphs.ts';

let database: Database;

beforeAll(async () => {
  database = await emptyGraph();
});

afterAll(() => database.close());

describe('between two events with the same 5,000 participants, paths', () => {
  const question = { fromId: 'person:z-one', toId: 'person:z-two', maxFacts: 6, limit: 3, avoid: [] };
  const [crowd, halls] = [Array.from({ length: 5000 }, (_, index) => `person:p${index}`), ['event:hub-a', 'event:hub-b']];
  const attends = (participant: string, event: string): Fact => ({
    factId: `fact:${participant} ${event}`,
    type: 'PARTICIPATED_IN',
    kind: 'PARTICIPATION',
    certainty: 'EXPLICIT',
    ends: [participant, event],
  });

  beforeAll(async () => {
    const nodes = [
      ...[...crowd, 'person:z-one', 'person:z-two'].map((id): Node => ({ id, label: 'Person' })),
      ...halls.map((id): Node => ({ id, label: 'Event' })),
    ];
    const facts = halls.flatMap((hall) => crowd.map((id) => attends(id, hall)));
    await storeGraphs(database, [
      { nodes, facts: [...facts, attends('person:z-one', 'event:hub-a'), attends('person:z-two', 'event:hub-b')] },
    ]);
  });

  it('are one, through the participant with the lowest id', async () => {
    const routes = await findRoutes(database, question);
    expect(routes.map((route) => route.map(({ toId }) => toId))).toEqual([['event:hub-a', 'person:p0', 'event:hub-b', 'person:z-two']]);
  });

  it('are searched for from both ends, which are found by their ids', async () => {
    const { plan, hits } = await profile({ ...question, fromId: 'event:hub-a', toId: 'event:hub-b' });
    expect(plan.filter((name) => /ShortestPath|Scan|Expand/.test(name))).toEqual(['ShortestPath']);
    expect(new Set(plan.filter((name) => name.includes('Seek')))).toEqual(new Set(['NodeUniqueIndexSeek']));
    // One look at each of 10,000 facts and a few at each end of it; all the walks of six facts would be beyond counting.
    expect(hits).toBeLessThan(20 * 10_000);
  });

  it.each([2, 3, 4, 5, 6])('are planned alike for %i facts and for kinds', async (maxFacts) => {
    const { plan } = await profile({ ...question, maxFacts }, ['PARTICIPATION']);
    expect(plan.filter((name) => /ShortestPath|Scan|Expand/.test(name))).toEqual(['ShortestPath']);
  });

  it('share the time that one question may take, and end in TIMEOUT when it is used up', async () => {
    const limits: number[] = [];
    const slow: Database = {
      ...database,
      read: async (cypher, params, options) => {
        limits.push(options?.timeoutMs ?? 0);
        await new Promise((done) => setTimeout(done, 30));
        return database.read(cypher, params);
      },
    };
    await expect(findRoutes(shareTime(slow, 60), question)).rejects.toThrow(TimeoutError);
    expect(limits.length).toBeGreaterThan(0);
    expect(limits.length).toBeLessThan(3);
    expect(limits).toEqual(limits.toSorted((a, b) => b - a));
    expect(limits.at(0)).toBeLessThanOrEqual(60);
  });

  async function profile(ends: { fromId: string; toId: string; maxFacts: number }, kinds?: FactKind[]) {
    const { cypher, params } = buildShortestPathQuery(ends, { kinds, avoid: [], withoutFacts: [] }, 1000);
    const session = database.driver.session({ database: database.name });
    try {
      const { summary } = await session.run(`PROFILE ${cypher}`, encodeParameters(params));
      const steps = operators(summary.profile || undefined);
      return {
        plan: steps.map(({ operatorType }) => operatorType.replace('@neo4j', '')),
        hits: steps.reduce((sum, { dbHits }) => sum + dbHits, 0),
      };
    } finally {
      await session.close();
    }
  }
});

type Profiled = Plan & { readonly dbHits: number };

const operators = (plan: Plan | undefined): Profiled[] => (plan ? [plan as Profiled, ...plan.children.flatMap(operators)] : []);
