import type { Table } from './table.ts';

const byteOrderMark = '\uFEFF';
const formulaStart = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/** Writes a table as CSV that Excel opens rightly. Shape: UTF-8 with a byte order mark, lines end in CRLF, no cell can be taken for a formula. */
export function writeCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) => row.map(cell).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value === null ? '' : formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
