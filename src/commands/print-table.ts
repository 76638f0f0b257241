import Table from 'cli-table3';

/** Prints rows under a head; Chinese columns keep straight. */
export function printTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const table = new Table({ head: [...head], style: { head: [], border: [], compact: true } });
  table.push(...rows.map((row) => [...row]));
  console.log(table.toString());
}
