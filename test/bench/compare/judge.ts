import { manyRows } from '../operations.ts';
import type { Comparison } from './compare-servers.ts';
import type { ServerName } from './servers.ts';
import { type Summary, spreadOf } from './summarise.ts';
import { atLeast, atMost, ofPeer, perCore, type Verdict } from './verdict.ts';

const noDatabase = 'no database';
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
    const ours = of(operation, 'ours');
    if (!ours) return [];
    const to = (server: ServerName, judgeOne: (peer: Summary) => Verdict[]): Verdict[] => {
      const peer = of(operation, server);
      return peer ? judgeOne(peer) : [];
    };
    if (operation === noDatabase)
      return [
        to('apollo', (peer) => [atLeast('P2', ours, peer, 2.5)]),
        to('apollo on express', (peer) => [atLeast('P2', ours, peer, 4)]),
        to('mercurius', (peer) => [atLeast('P2', ours, peer, 1.2)]),
      ].flat();
    if (operation === manyRows)
      return [
        to('bare', (peer) => [atMost('P8', ours, peer, 'cpu', 1.5)]),
        to('apollo', (peer) => [atMost('P8', ours, peer, 'cpu', 1 / 15)]),
      ].flat();
    const idle = of(noDatabase, 'apollo');
    return [
      to('ours, keeping answers', (kept) => [
        ...to('bare', (peer) => [atMost('P1', kept, peer, 'cpu', 1.25)]),
        ...(idle && byHand.test(operation) ? [atLeast('P1', kept, idle, 10)] : []),
        ...to('plain', (peer) => [atLeast('P1', kept, peer, 40)]),
      ]),
      to('by hand', (peer) => (byHand.test(operation) ? againstHand(ours, peer, cores) : [])),
      to('plain', (peer) => againstPlain(ours, peer, people)),
      to('postgraphile', (peer) => againstPostgraphile(ours, peer)),
    ].flat();
  });
  return [...verdicts, ...ofUnanswered(comparison, people), ...ofStarts(comparison)];
}

function againstPostgraphile(ours: Summary, postgraphile: Summary): Verdict[] {
  if (!ours.operation.startsWith('R2')) return [];
  const throughput = perCore('P11', ours, postgraphile, 3);
  return /at 200/.test(ours.operation) ? [throughput] : [throughput, atMost('P11', ours, postgraphile, 'p50', 1)];
}

function againstHand(ours: Summary, hand: Summary, cores: number): Verdict[] {
  const p50 = atMost('P5', ours, hand, 'p50', 1.1);
  // With fewer cores the three processes take from each other; only these two hold.
  if (cores < 4) return [p50, atMost('P5', ours, hand, 'cpu', 1)];
  return [p50, atMost('P5', ours, hand, 'p99', 1.25), atLeast('P5', ours, hand, 1)];
}

function timesPlain(operation: string, people: number): number | undefined {
  if (byHand.test(operation)) return 3;
  if (!lists.test(operation) || people < 100_000) return undefined;
  return people >= 1_000_000 ? 100 : 20;
}

function againstPlain(ours: Summary, plain: Summary, people: number): Verdict[] {
  const wanted = timesPlain(ours.operation, people);
  if (wanted === undefined) return [];
  const ratio = plain.p50.median / ours.p50.median;
  const about = `${ours.operation}: at least ${wanted} × as fast as plain`;
  return [{ target: 'P6', about, reading: ratio.toFixed(2), met: ratio >= wanted }];
}

/** What plain could not answer within the limits of the database is told, but counts neither way. */
const ofUnanswered = ({ failures }: Comparison, people: number): Verdict[] =>
  failures
    .filter(({ server, operation }) => server === 'plain' && timesPlain(operation, people) !== undefined)
    .map(({ operation }) => ({ target: 'P6', about: `${operation}: plain did not answer`, reading: '–' }));

function ofStarts({ starts }: Comparison): Verdict[] {
  const median = (name: ServerName, part: 'startMs' | 'idleMb' | 'loadedMb') =>
    spreadOf(starts.filter(({ server }) => server === name).map((row) => row[part])).median;
  const within = (part: 'startMs' | 'idleMb' | 'loadedMb', limit: number, what: string): Verdict[] => {
    const [ours, plain] = [median('ours', part), median('plain', part)];
    const about = `${what}, at most ${limit}`;
    return [
      { target: 'P13', about, reading: ours.toFixed(0), met: ours <= limit },
      // Its schema has but the three types that it is asked for.
      ...ofPeer('plain (three types)', [{ target: 'P13', about: what, reading: plain.toFixed(0) }]),
    ];
  };
  return [
    ...within('startMs', 2000, 'start to the first answer, ms'),
    ...within('idleMb', 150, 'memory after the start, MB'),
    ...within('loadedMb', 256, 'memory after all operations, MB'),
  ];
}
