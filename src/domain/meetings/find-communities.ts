import { Worker } from 'node:worker_threads';
import { groupBy } from '../group-by.ts';
import type { Tie } from './sum-ties.ts';

/**
 * The community of everyone who has a tie, by Louvain with a fixed seed.
 * Shape: numbers from 1, the largest community first, equal ones by their smallest id; the same for the same ties in any order.
 */
export async function findCommunities(ties: readonly Tie[]): Promise<Map<string, number>> {
  if (ties.length === 0) return new Map();
  const ids = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort();
  const placeOf = new Map(ids.map((id, index) => [id, index]));
  const sorted = [...ties].sort((x, y) => (x.a === y.a ? compare(x.b, y.b) : compare(x.a, y.a)));
  const place = (id: string): number => placeOf.get(id) ?? 0;
  const communities = await runLouvain({
    nodes: ids.length,
    from: Uint32Array.from(sorted, ({ a }) => place(a)),
    to: Uint32Array.from(sorted, ({ b }) => place(b)),
    weights: Float64Array.from(sorted, ({ weight }) => weight),
  });
  const groups = [...groupBy(ids, (id) => communities[place(id)]).values()];
  // Members stand in the order of their ids, so that the first is the smallest.
  groups.sort((x, y) => y.length - x.length || compare(x[0] ?? '', y[0] ?? ''));
  return new Map(groups.flatMap((members, index) => members.map((id) => [id, index + 1] as const)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

interface NumberedGraph {
  readonly nodes: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weights: Float64Array;
}

function runLouvain(workerData: NumberedGraph): Promise<Int32Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./louvain-worker.mjs', import.meta.url), { workerData, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the search for communities ended with ${code} and no answer`)));
  });
}
