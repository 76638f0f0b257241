import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { describeRun } from '../describe-run.ts';
import { freshServer } from '../fresh-server.ts';
import type { Size } from '../generate/shape.ts';
import { writeGraphFiles } from '../generate/write-graph-files.ts';
import { storeResult } from '../store-result.ts';
import { countGraph } from './count-graph.ts';
import { dumpGraph } from './dump-graph.ts';
import { loadByHand } from './load-by-hand.ts';
import { type LoadResult, printLoad } from './print-load.ts';
import { runImporter } from './run-importer.ts';

/** W2: imports a made-up graph, stores the same by hand, and writes down what both took. Errors: where the two graphs differ. */
export async function compareLoads(size: Size): Promise<LoadResult> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-files-'));
  const { files, rows, hash } = await writeGraphFiles(join(folder, 'sources'), size);
  const imported = await freshServer();
  const ours = await runImporter(files, imported.login);
  const counts = await countGraph(imported.database);
  const parts = await dumpGraph(imported.database, join(folder, 'rows'));
  const run = await describeRun(imported.database);
  await imported.stop();
  const byHand = await freshServer();
  const began = performance.now();
  await loadByHand(byHand.database, parts);
  const byHandSeconds = (performance.now() - began) / 1000;
  const same = await countGraph(byHand.database);
  await byHand.stop();
  rmSync(folder, { recursive: true });
  expect(same).toEqual(counts);
  const stored = parts.reduce((sum, part) => sum + part.rows, 0);
  const result: LoadResult = { ...size, hash, rows, stored, ours, byHandSeconds };
  storeResult(`load-${size.people}`, printLoad(result, run), { run, ...result, counts });
  return result;
}
