import type { Operation } from '../operations.ts';
import type { Summary } from './summarise.ts';
import type { Verdict } from './verdict.ts';

/** What one size of graph gave. */
export interface OfSize {
  readonly people: number;
  readonly operations: readonly Operation[];
  readonly summaries: readonly Summary[];
}

const [mostOfProbe, mostOfHub] = [1.25, 2];

/** P7 by time: of operations whose answer has the same size in every graph, the p50 at each larger graph against that at the smallest. */
export function judgeGrowth([smallest, ...larger]: readonly OfSize[]): Verdict[] {
  const p50 = (of: OfSize | undefined, name: string) =>
    of?.summaries.find(({ operation, server }) => operation === name && server === 'ours')?.p50.median;
  const fixed = smallest?.operations.filter((operation) => operation.fixed) ?? [];
  return larger.flatMap((size) =>
    fixed.flatMap(({ name }) => {
      const [small, large] = [p50(smallest, name), p50(size, name)];
      if (small === undefined || large === undefined) return [];
      const most = /hub|at most events/.test(name) ? mostOfHub : mostOfProbe;
      const about = `${name}: p50 at ${size.people} people at most ${most} × that at ${smallest?.people}`;
      return [{ target: 'P7', about, reading: (large / small).toFixed(2), met: large / small <= most }];
    }),
  );
}
