import type { Operation } from '../operations.ts';
import type { AllCounts } from './compare-counts.ts';

/** How much more a larger graph may cost where the answer has the same size (P7). */
export const mostGrowth = 1.1;

/** The counts of one graph as Markdown. */
export function printGraph(graph: string, { [graph]: counted }: AllCounts): string {
  const lines = Object.entries(counted?.questions ?? {}).map(
    ([name, { roundTrips, databaseHits, bytes }]) => `| ${name} | ${roundTrips} | ${databaseHits} | ${bytes} |`,
  );
  const head = '| question | round trips | database hits | bytes |\n|---|---:|---:|---:|';
  return `${graph}: ${counted?.texts} different statements\n\n${head}\n${lines.join('\n')}\n`;
}

/** How database hits grow from a smaller graph to a larger one, and whether that of a question of fixed size stays within a tenth (P7). */
export function printGrowth(operations: readonly Operation[], all: AllCounts, smaller: string, larger: string): string {
  const hits = (graph: string, name: string) => all[graph]?.questions[name]?.databaseHits ?? Number.NaN;
  const lines = operations.map(({ name, fixed }) => {
    const ratio = hits(larger, name) / hits(smaller, name);
    const target = fixed ? (ratio <= mostGrowth ? 'met' : 'NOT MET') : '–';
    return `| ${name} | ${hits(smaller, name)} | ${hits(larger, name)} | ${ratio.toFixed(2)} | ${target} |`;
  });
  return `Database hits, ${smaller} to ${larger}\n\n| operation | ${smaller} | ${larger} | ratio | P7: at most ${mostGrowth} |\n|---|---:|---:|---:|---|\n${lines.join('\n')}\n`;
}
