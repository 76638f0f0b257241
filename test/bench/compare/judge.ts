import type { Comparison } from './compare-servers.ts';
import type { ServerName } from './servers.ts';
import { type Summary, spreadOf } from './summarise.ts';

/** A target, what was read, and whether it is met. */
export interface Verdict {
  readonly target: string;
  readonly about: string;
  readonly reading: string;
  readonly met: boolean;
}

const byHand = /^R[12] /;
const lists = /^R[34] /;

/** Holds what was read against the targets that this run can tell of. Source: docs/performance.md. */
export function judge(
  comparison: Comparison,
  summaries: readonly Summary[],
  { cores, people }: { cores: number; people: number },
): Verdict[] {
  const of = (operation: string, server: ServerName) => summaries.find((row) => row.operation === operation && row.server === server);
  const operations = [...new Set(summaries.map(({ operation }) => operation))];
  const verdicts = operations.flatMap((operation) => {
    const [ours, hand, plain] = [of(operation, 'ours'), of(operation, 'by hand'), of(operation, 'plain')];
    const kept = of(operation, 'ours, keeping answers');
    return [
      ...(ours && hand && byHand.test(operation) ? againstHand(ours, hand, cores) : []),
      ...(ours && plain ? againstPlain(ours, plain, people) : []),
      ...(kept && plain ? keptAgainstPlain(kept, plain) : []),
    ];
  });
  return [...verdicts, ...ofStarts(comparison)];
}

function againstHand(ours: Summary, hand: Summary, cores: number): Verdict[] {
  const at = (part: 'p50' | 'p99' | 'perSecond' | 'cpu') => ours[part].median / hand[part].median;
  const atMost = (part: 'p50' | 'p99' | 'cpu', limit: number, name: string): Verdict => ({
    target: 'P5',
    about: `${ours.operation}: ${name} at most ${limit} × by hand`,
    reading: at(part).toFixed(2),
    met: at(part) <= limit,
  });
  // With fewer cores the three processes take from each other; only these two hold.
  if (cores < 4) return [atMost('p50', 1.1, 'p50'), atMost('cpu', 1, 'CPU')];
  const about = `${ours.operation}: throughput at least 1 × by hand`;
  return [
    atMost('p50', 1.1, 'p50'),
    atMost('p99', 1.25, 'p99'),
    { target: 'P5', about, reading: at('perSecond').toFixed(2), met: at('perSecond') >= 1 },
  ];
}

function againstPlain(ours: Summary, plain: Summary, people: number): Verdict[] {
  const wanted = byHand.test(ours.operation)
    ? 3
    : lists.test(ours.operation) && people >= 100_000
      ? people >= 1_000_000
        ? 100
        : 20
      : undefined;
  if (wanted === undefined) return [];
  const ratio = plain.p50.median / ours.p50.median;
  return [
    { target: 'P6', about: `${ours.operation}: at least ${wanted} × as fast as plain`, reading: ratio.toFixed(2), met: ratio >= wanted },
  ];
}

function keptAgainstPlain(kept: Summary, plain: Summary): Verdict[] {
  const ratio = kept.perSecond.median / plain.perSecond.median;
  const about = `${kept.operation}, answer kept: throughput at least 40 × plain`;
  return [{ target: 'P1', about, reading: ratio.toFixed(1), met: ratio >= 40 }];
}

function ofStarts({ starts }: Comparison): Verdict[] {
  const own = starts.filter(({ server }) => server === 'ours');
  const median = (part: 'startMs' | 'idleMb' | 'loadedMb') => spreadOf(own.map((row) => row[part])).median;
  const atMost = (part: 'startMs' | 'idleMb' | 'loadedMb', limit: number, what: string): Verdict => ({
    target: 'P13',
    about: `${what} at most ${limit}`,
    reading: median(part).toFixed(0),
    met: median(part) <= limit,
  });
  return [
    atMost('startMs', 2000, 'start to the first answer, ms,'),
    atMost('idleMb', 150, 'memory after the start, MB,'),
    atMost('loadedMb', 256, 'memory after all operations, MB,'),
  ];
}
