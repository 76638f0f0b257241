import type { Summary } from './summarise.ts';

/** A target, what was read, and whether it is met; without that, what is told though no target is set. */
export interface Verdict {
  readonly target: string;
  readonly about: string;
  readonly reading: string;
  readonly met?: boolean;
}

/** What is told of one peer where a target is ours alone: the same readings, not judged. */
export const ofPeer = (name: string, verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.map(({ target, about, reading }) => ({ target, about: `${name} for comparison: ${about}`, reading }));

/** The targets as Markdown, each met or not. */
export function printVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ target, about, reading, met }) => `| ${target} | ${about} | ${reading} | ${sayMet(met)} |\n`);
  return `| target | of | read | |\n|---|---|---:|---|\n${rows.join('')}`;
}

/** Whether a target is met, in words. */
export const sayMet = (met?: boolean): string => (met === undefined ? 'not judged' : met ? 'met' : '**not met**');

const nameOf = ({ operation, server }: Summary): string => `${operation}${server === 'ours' ? '' : ` (${server})`}`;

/** A time or the CPU of one server, held against that of another. */
export function atMost(target: string, one: Summary, other: Summary, part: 'cpu' | 'p50' | 'p99', limit: number): Verdict {
  const ratio = one[part].median / other[part].median;
  const about = `${nameOf(one)}: ${part === 'cpu' ? 'CPU' : part} at most ${Number(limit.toFixed(3))} × ${other.server}`;
  return { target, about, reading: ratio.toFixed(2), met: ratio <= limit };
}

/** The throughput of one server, held against that of another. */
export function atLeast(target: string, one: Summary, other: Summary, limit: number): Verdict {
  const ratio = one.perSecond.median / other.perSecond.median;
  const to = one.operation === other.operation ? other.server : `${other.server} with ${other.operation}`;
  return { target, about: `${nameOf(one)}: throughput at least ${limit} × ${to}`, reading: ratio.toFixed(2), met: ratio >= limit };
}

/** How many requests fit into a second of the CPU time of one server's process, held against another's. */
export function perCore(target: string, one: Summary, other: Summary, limit: number): Verdict {
  const ratio = other.cpu.median / one.cpu.median;
  const about = `${nameOf(one)}: throughput per core of the API at least ${limit} × ${other.server}`;
  return { target, about, reading: ratio.toFixed(2), met: ratio >= limit };
}
