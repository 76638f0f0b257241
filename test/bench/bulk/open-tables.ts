import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../../src/database/connect.ts';

/** Nodes that bear the same labels, or relationships of one type, in a file for `neo4j-admin database import`; one kind can have several. */
export interface Table {
  readonly kind: 'nodes' | 'relationships';
  /** The labels or the type, as the tool wants them. */
  readonly bears: string;
  /** The columns that are lists; where one is empty, the tool stores none. */
  readonly lists: readonly string[];
  readonly header: string;
  readonly data: string;
}

/** Tables in a folder, opened as rows of them come. */
export interface Tables {
  /** A name with a colon is a column of the tool's own, as `id:ID(Entity)`; of the others the types follow from the values. */
  add(kind: Table['kind'], bears: string, row: Row): void;
  close(): readonly Table[];
}

/** How the files are written. No text of ours holds any of the three, so nothing has to be escaped. */
export const [delimiter, arrayDelimiter, quote] = ['\t', '\u0002', '\u0001'];
const flushAt = 1 << 20;

/** Opens a folder for tables. */
export function openTables(folder: string): Tables {
  const all: Table[] = [];
  const open = new Map<string, OpenTable>();
  const add: Tables['add'] = (kind, bears, row) => {
    let table = open.get(bears);
    if (!table?.holds(row)) {
      const path = join(folder, `${all.length}-${bears.replaceAll(':', '-')}`);
      // A column that comes later begins another file: the tool reads no line that is shorter than its header.
      const types = typesOf(row, table?.close());
      const lists = [...types].flatMap(([name, type]) => (type === 'string[]' ? [name] : []));
      const files = { kind, bears, lists, header: `${path}.header.csv`, data: `${path}.csv` };
      all.push(files);
      table = openTable(files, types);
      open.set(bears, table);
    }
    table.add(row);
  };
  const close = () => {
    for (const table of open.values()) table.close();
    return all;
  };
  return { add, close };
}

type Types = ReadonlyMap<string, string>;

type OpenTable = ReturnType<typeof openTable>;

const typesOf = (row: Row, before: Types = new Map()): Types =>
  new Map([...before, ...saidIn(row).map(([name, value]): [string, string] => [name, typeOf(value)])]);

function openTable({ header, data }: Table, types: Types) {
  const columns = [...types].map(([name, type]) => (name.includes(':') ? name : `${name}:${type}`));
  writeFileSync(header, `${columns.join(delimiter)}\n`);
  const file = openSync(data, 'w');
  let text = '';
  const flush = () => {
    writeSync(file, text);
    text = '';
  };
  return {
    holds: (row: Row) => saidIn(row).every(([name]) => types.has(name)),
    add: (row: Row) => {
      text += `${[...types].map(([name, type]) => cellOf(name, row[name], type)).join(delimiter)}\n`;
      if (text.length > flushAt) flush();
    },
    close: (): Types => {
      flush();
      closeSync(file);
      return types;
    },
  };
}

const isSaid = (value: unknown): boolean => value !== null && value !== undefined;
const saidIn = (row: Row): [string, unknown][] => Object.entries(row).filter(([, value]) => isSaid(value));

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'string[]';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'long' : 'double';
  return typeof value;
}

/** Nothing between two delimiters is no property, an empty text is quoted. The tool stores no empty list: those are added later. */
function cellOf(name: string, value: unknown, type: string): string {
  if (!isSaid(value)) return '';
  if (typeOf(value) !== type) throw new Error(`${name} is ${type} in one row and ${typeOf(value)} in another.`);
  return Array.isArray(value) ? value.join(arrayDelimiter) : String(value) || `${quote}${quote}`;
}
