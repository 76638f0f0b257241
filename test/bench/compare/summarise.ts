import { groupBy } from '../../../src/domain/group-by.ts';
import type { Comparison, Measured } from './compare-servers.ts';
import type { ServerName } from './servers.ts';

/** The middle of several readings, and the least and the most of them. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What was read of one server at one operation: times at one connection, throughput, CPU and how late the event loop was at sixteen. */
export interface Summary {
  readonly operation: string;
  readonly server: ServerName;
  readonly p50: Spread;
  readonly p99: Spread;
  readonly perSecond: Spread;
  readonly cpu: Spread;
  readonly loop: Spread;
  readonly bytes: number;
}

/** Sums the readings up, in the order in which they were taken first. */
export function summarise({ readings }: Comparison): Summary[] {
  const groups = groupBy(readings, ({ operation, server }) => `${operation}|${server}`);
  return [...groups.values()].map((group) => {
    const at = (connections: number, part: 'p50' | 'p99' | 'perSecond' | 'cpu' | 'loop') =>
      spreadOf(group.filter((reading) => reading.connections === connections).map((reading) => reading[part]));
    const { operation, server, bytes } = group[0] as Measured;
    return {
      operation,
      server,
      bytes,
      p50: at(1, 'p50'),
      p99: at(1, 'p99'),
      perSecond: at(16, 'perSecond'),
      cpu: at(16, 'cpu'),
      loop: at(16, 'loop'),
    };
  });
}

/** The median and the ends. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
  return { median, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}
