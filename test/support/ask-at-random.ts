import fc from 'fast-check';
import type { GraphQLError } from 'graphql';
import { expect } from 'vitest';
import { computeDigest } from '../../src/recording/digest.ts';
import { buildSchema } from '../../src/schema/build-schema.ts';
import { attack } from './attack.ts';
import { noteSafety } from './note-safety.ts';
import { randomQuestions } from './random-graphql.ts';
import { canary } from './random-values.ts';
import { seededGraph } from './seeded-graph.ts';
import { type ServedGraph, serveGraph } from './serve-graph.ts';

/** The deadline of a request, before which every answer comes. Units: ms. */
const patience = 10_000;
/** The service failed, in whole or in a part: nothing else is asked of it meanwhile, so no question may come to this. */
const failures = new Set(['INTERNAL_SERVER_ERROR', 'SERVICE_UNAVAILABLE', 'TIMEOUT']);

/**
 * Asks a served graph random questions of its own schema: none may be a fault of ours, tell of our inside, take too long or change anything.
 * The seed is noted; `SAFETY_SEED` asks the same again.
 */
export async function askAtRandom(count: number): Promise<void> {
  const database = await seededGraph();
  const served = await serveGraph(database);
  try {
    const before = await computeDigest(database);
    await askAll(served, count);
    expect((await fetch(`${served.url}/livez`)).status).toBe(200);
    expect(await computeDigest(database)).toBe(before);
  } finally {
    await served.stop();
    await database.close();
  }
}

async function askAll(served: ServedGraph, count: number): Promise<void> {
  const { schema } = await buildSchema();
  const seed = Number(process.env.SAFETY_SEED ?? Date.now() % 2 ** 31);
  const outcomes = new Map<string, number>();
  let slowest = 0;
  const property = fc.asyncProperty(randomQuestions(schema), async (question) => {
    served.logged.length = 0;
    const { status, code, body, ms } = await attack(served, question);
    const outcome = `${status} ${code ?? ''}`.trim();
    const failed = (body.errors ?? []).filter(({ extensions }: GraphQLError) => failures.has(String(extensions.code)));
    expect([outcome, ...failed]).toEqual([outcome]);
    expect(status).toBeLessThan(500);
    expect(ms).toBeLessThan(patience);
    expect(served.logged.join('')).not.toContain(canary);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    slowest = Math.max(slowest, ms);
  });
  await fc.assert(property, { numRuns: count, seed, endOnFailure: true });
  const counted = [...outcomes].sort(([, a], [, b]) => b - a).map(([outcome, times]) => `${times} × ${outcome}`);
  noteSafety('R1', { ms: slowest, note: `seed ${seed}\n${counted.join('\n')}\nslowest` });
  expect(outcomes.get('200') ?? 0).toBeGreaterThan(count / 10);
}
