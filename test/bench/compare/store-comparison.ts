import type { BulkLoad } from '../bulk/load-in-bulk.ts';
import { inOneLine } from '../describe-run.ts';
import type { Size } from '../generate/shape.ts';
import type { Postgres } from '../postgres/start-postgres.ts';
import { storeResult } from '../store-result.ts';
import type { Effort } from './compare-servers.ts';
import type { SizeMeasured } from './measure-size.ts';
import { printComparison } from './print-comparison.ts';

/** Writes down what was measured on one graph, and how the graph came about. */
export function storeComparison(
  size: Size,
  { hash, rows, seconds }: BulkLoad,
  postgres: Postgres | string,
  effort: Effort,
  measured: SizeMeasured,
): void {
  const { run, summaries, cannedSummaries, counts, verdicts, comparison, canned } = measured;
  const loaded = `Loaded in bulk: ${seconds.write} s to write the tables, ${seconds.store} s to store them, ${seconds.index} s to start Neo4j and index.`;
  const without = typeof postgres === 'string' ? `Without PostGraphile: ${postgres}.\n` : '';
  const head = `# ${size.people} people, seed ${size.seed}: ${rows} rows, SHA-256 ${hash}\n\n${inOneLine(run)}\n${loaded}\n${without}${JSON.stringify(effort)}`;
  const failures = [...comparison.failures, ...(canned?.failures ?? [])];
  storeResult(`compare-${size.people}`, printComparison(head, [...summaries, ...cannedSummaries], counts, verdicts, failures), {
    ...{ run, size, hash, rows, seconds, effort, counts, summaries, verdicts },
    ...comparison,
    canned,
  });
}
