import type { Counts } from '../counts/count-questions.ts';
import type { Failure } from './refuse-differences.ts';
import type { ServerName } from './servers.ts';
import type { Spread, Summary } from './summarise.ts';
import { printVerdicts, type Verdict } from './verdict.ts';

/** The comparison as Markdown: what was read of each server, the ratio of each peer's time to ours, and the targets. */
export function printComparison(
  head: string,
  summaries: readonly Summary[],
  counts: Readonly<Record<string, Counts>>,
  verdicts: readonly Verdict[],
  failures: readonly Failure[],
): string {
  const rows = summaries.map((row) => {
    const ours = summaries.find((other) => other.operation === row.operation && other.server === 'ours');
    return `| ${row.operation} | ${row.server} | ${show(row.p50, 2)} | ${show(row.p99, 2)} | ${show(row.perSecond)} | ${show(row.cpu)} | ${show(row.loop, 1)} | ${countsOf(row, counts)} | ${row.bytes} | ${ratio(row, ours, row.server)} |`;
  });
  return `${head}

p50 and p99 in ms at one connection, requests a second and CPU of the server in µs a request and the delay of its event loop in ms (p99) at sixteen: medians, with the least and the most.
Database hits (by PROFILE) and statements are of our service where no answer is kept.

| operation | server | p50 | p99 | requests/s | CPU | loop | hits | statements | bytes | p50 to ours |
|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|
${rows.join('\n')}
${failures.map(({ operation, server, message }) => `\n${operation}: ${server} did not answer: ${shorten(message)}\n`).join('')}
${printVerdicts(verdicts)}
What is canned is asked of a stand-in for Neo4j that sends stored answers; it tells P3 and P4, at the smallest size only.
`;
}

const show = ({ median, least, most }: Spread, digits = 0): string =>
  `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;

const ratio = (row: Summary, ours: Summary | undefined, server: ServerName): string =>
  ours && server !== 'ours' ? (row.p50.median / ours.p50.median).toFixed(2) : '';

/** Shape: two cells; empty for those whose statements nobody counts. */
function countsOf({ operation, server }: Summary, counts: Readonly<Record<string, Counts>>): string {
  const counted = server === 'ours' ? counts[operation] : undefined;
  return counted ? `${counted.databaseHits} | ${counted.roundTrips}` : ' | ';
}

const shorten = (message: string): string => (message.length > 200 ? `${message.slice(0, 200)}…` : message);
