import writeExcelFile from 'write-excel-file/universal';
import type { Table } from './table.ts';

/** Writes tables as the sheets of one XLSX file: the titles bold and always in sight, cells are text or numbers and never formulas. */
export function writeXlsx(tables: readonly Table[]): Promise<Blob> {
  return writeExcelFile(tables.map(sheetOf)).toBlob();
}

const sheetOf = ({ name, columns, rows }: Table) => ({
  sheet: sheetName(name),
  columns: columns.map(({ width }) => ({ width })),
  stickyRowsCount: 1,
  data: [columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(cell))],
});

const cell = (value: string | number | null) =>
  value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true };

/** Excel refuses longer names, and some signs in them. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
