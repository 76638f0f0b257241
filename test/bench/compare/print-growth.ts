import { fitExponent } from './fit-exponent.ts';
import { hitsOf, type OfSize, p50Of } from './judge-growth.ts';

/** How p50 and database hits of the operations of fixed size follow the graph, as Markdown: at each size, the largest to the smallest, and by which power of n. */
export function printGrowth(sizes: readonly OfSize[]): string {
  const people = sizes.map((size) => size.people);
  const fixed = sizes[0]?.operations.filter((operation) => operation.fixed) ?? [];
  const rows = fixed.map(({ name }) => {
    const [times, hits] = [p50Of, hitsOf].map((of) => sizes.map((size) => of(size, name)));
    return `| ${[name, ...cellsOf(people, times ?? [], 2), ...cellsOf(people, hits ?? [], 0)].join(' | ')} |`;
  });
  const columns = ['p50, ms, at', 'hits at'].flatMap((what) => [...people.map((size) => `${what} ${size}`), 'ratio', 'exponent']);
  return `| operation | ${columns.join(' | ')} |\n|---|${'---:|'.repeat(columns.length)}\n${rows.join('\n')}\n`;
}

/** Shape: the value at each size, the ratio of the last to the first, and the exponent; `–` for what was not read. */
function cellsOf(people: readonly number[], values: readonly (number | undefined)[], digits: number): string[] {
  const read = values.map((value) => (value === undefined ? '–' : value.toFixed(digits)));
  const points = values.flatMap((value, index) => (value ? [{ size: people[index] ?? 0, value }] : []));
  if (points.length < Math.max(2, people.length)) return [...read, '–', '–'];
  return [...read, ((points.at(-1)?.value ?? 0) / (points[0]?.value ?? 0)).toFixed(2), fitExponent(points).toFixed(3)];
}
