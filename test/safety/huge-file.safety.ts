import { readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { testServer } from '../support/embedded-server.ts';
import { writeLargeSource } from '../support/large-source.ts';
import { noteSafety } from '../support/note-safety.ts';
import { runCommand } from '../support/run-command.ts';
import { everyCase } from '../support/sample.ts';
import { emptyGraph } from '../support/seeded-graph.ts';

const rows = Number(process.env.HUGE_ROWS ?? (everyCase ? 1_000_000 : 10_000));
let database: Database;

beforeAll(async () => {
  database = await emptyGraph();
});
afterAll(() => database.close());

/** The most memory the process has had so far, as Linux counts it. Units: MB. */
function peakMemory(pid: number): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

it(`F17: a source of ${rows} rows is imported in less than 512 MB of the importer's memory`, { timeout: 7_200_000 }, async () => {
  const file = await writeLargeSource(rows);
  const { uri: NEO4J_URI, username: NEO4J_USERNAME, password: NEO4J_PASSWORD } = testServer();
  const began = performance.now();
  const importer = runCommand(['import', file], { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD });
  let memoryMb = 0;
  const watch = setInterval(() => {
    memoryMb = Math.max(memoryMb, peakMemory(importer.pid));
  }, 500);
  const { code, said } = await importer.ended;
  clearInterval(watch);
  rmSync(dirname(file), { recursive: true });
  const seconds = (performance.now() - began) / 1000;
  noteSafety('F17', { ms: Math.round(seconds * 1000), memoryMb, note: `${rows} rows, ${Math.round(rows / seconds)} a second` });
  expect([code, said]).toEqual([0, expect.stringContaining(', the last')]);
  const [stored] = await database.read('RETURN COUNT { MATCH (:Evidence) } AS evidence, COUNT { MATCH (:PendingImport) } AS pending');
  expect(stored).toMatchObject({ pending: 0 });
  expect(Number(stored?.evidence)).toBeGreaterThanOrEqual(rows);
  expect(memoryMb).toBeLessThan(512);
});
