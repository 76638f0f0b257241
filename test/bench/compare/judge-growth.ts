import type { Counts } from '../counts/count-questions.ts';
import { mostGrowth } from '../counts/print-counts.ts';
import type { Operation } from '../operations.ts';
import type { Summary } from './summarise.ts';
import type { Verdict } from './verdict.ts';

/** What one size of graph gave: times, and what our service asked of the database. */
export interface OfSize {
  readonly people: number;
  readonly operations: readonly Operation[];
  readonly summaries: readonly Summary[];
  readonly counts: Readonly<Record<string, Counts>>;
}

const [mostOfProbe, mostOfHub] = [1.25, 2];

/** P7: of operations whose answer has the same size in every graph, the p50 and the database hits at each larger graph against those at the smallest. */
export function judgeGrowth([smallest, ...larger]: readonly OfSize[]): Verdict[] {
  if (!smallest) return [];
  const fixed = smallest.operations.filter((operation) => operation.fixed);
  return larger.flatMap((size) =>
    fixed.flatMap(({ name }) => [
      ...compare('p50', name, size, smallest, p50Of, /hub|at most events/.test(name) ? mostOfHub : mostOfProbe),
      ...compare('database hits', name, size, smallest, hitsOf, mostGrowth),
    ]),
  );
}

/** The time of our service where no answer is kept. */
export const p50Of = ({ summaries }: OfSize, name: string): number | undefined =>
  summaries.find(({ operation, server }) => operation === name && server === 'ours')?.p50.median;

/** What our service reads of the database's store. */
export const hitsOf = ({ counts }: OfSize, name: string): number | undefined => counts[name]?.databaseHits;

function compare(what: string, name: string, size: OfSize, smallest: OfSize, of: typeof p50Of, most: number): Verdict[] {
  const [small, large] = [of(smallest, name), of(size, name)];
  if (!small || large === undefined) return [];
  const about = `${name}: ${what} at ${size.people} people at most ${most} × that at ${smallest.people}`;
  return [{ target: 'P7', about, reading: (large / small).toFixed(2), met: large / small <= most }];
}
