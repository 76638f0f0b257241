import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchServer } from '../../../src/database/embedded/fetch-server.ts';
import { findJava } from '../../../src/database/embedded/find-java.ts';
import { layOutHome } from '../../../src/database/embedded/lay-out-home.ts';
import { runAdminTool } from '../../../src/database/embedded/run-admin-tool.ts';
import { writeConfiguration } from '../../../src/database/embedded/write-configuration.ts';
import { smallServer } from '../../support/small-server.ts';
import { type FreshServer, freshServer, heap } from '../fresh-server.ts';
import type { Size } from '../generate/shape.ts';
import { arrayDelimiter, delimiter, quote, type Table } from './open-tables.ts';
import { type WrittenTables, writeTables } from './write-tables.ts';

/** A Neo4j with a graph that was loaded in bulk. `seconds`: to work out what to store, to store it, and to start Neo4j and index it. */
export interface BulkLoad extends FreshServer, Omit<WrittenTables, 'tables'> {
  readonly seconds: { readonly write: number; readonly store: number; readonly index: number };
}

/** Makes the graph that the importer would make of a crowd, by `neo4j-admin database import`, in a small part of the importer's time. */
export async function loadInBulk(size: Size): Promise<BulkLoad> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-tables-'));
  const times = [performance.now()];
  const { tables, ...written } = await writeTables(folder, size);
  times.push(performance.now());
  const server = await freshServer(async (home) => {
    await store(home, tables);
    rmSync(folder, { recursive: true });
    times.push(performance.now());
    return listsOf(tables);
  });
  times.push(performance.now());
  const [write = 0, stored = 0, index = 0] = times.slice(1).map((time, place) => Math.round((time - (times[place] ?? 0)) / 100) / 10);
  return { ...server, ...written, seconds: { write, store: stored, index } };
}

async function store(path: string, tables: readonly Table[]): Promise<void> {
  const { serverFolder, java } = smallServer(path);
  const home = layOutHome(path, serverFolder);
  await fetchServer(home, java.searchPath, () => {});
  writeConfiguration(home, { port: 0, heap });
  const files = tables.map(({ kind, bears, header, data }) => `--${kind}=${bears}=${header},${data}`);
  const form = { delimiter: codeOf(delimiter), 'array-delimiter': codeOf(arrayDelimiter), quote: codeOf(quote), 'id-type': 'string' };
  const options = Object.entries(form).map(([name, value]) => `--${name}=${value}`);
  const report = `--report-file=${join(path, 'import.report')}`;
  await runAdminTool(
    home,
    findJava(java, () => {}),
    ['database', 'import', 'full', 'neo4j', ...options, report, ...files],
  );
}

/** Gives every node the lists that are empty. */
function listsOf(tables: readonly Table[]): string[] {
  const lists = new Map(tables.filter(({ kind }) => kind === 'nodes').map(({ bears, lists }) => [bears, lists]));
  return [...lists].flatMap(([bears, names]) => {
    const set = names.map((name) => `n.${name} = coalesce(n.${name}, [])`).join(', ');
    return names.length > 0 ? [`MATCH (n:${bears}) CALL (n) { SET ${set} } IN TRANSACTIONS OF 10000 ROWS`] : [];
  });
}

const codeOf = (character: string): string => `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
