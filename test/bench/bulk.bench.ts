import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { loadInBulk } from './bulk/load-in-bulk.ts';
import { readContents } from './bulk/read-contents.ts';
import { type FreshServer, freshServer } from './fresh-server.ts';
import { writeGraphFiles } from './generate/write-graph-files.ts';
import { countGraph } from './load/count-graph.ts';

const size = { people: 1000, seed: 1 };

const readAll = async ({ database, stop }: FreshServer) => {
  const all = { counts: await countGraph(database), digest: await computeDigest(database), contents: await readContents(database) };
  await stop();
  return all;
};

it('a graph loaded in bulk is the one that the importer makes, to the last property', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-files-'));
  const { files, hash, rows } = await writeGraphFiles(folder, size);
  const imported = await freshServer();
  await importFiles(imported.database, files);
  rmSync(folder, { recursive: true });
  const expected = await readAll(imported);
  const bulk = await loadInBulk(size);
  console.log(`Loaded in bulk: ${JSON.stringify(bulk.seconds)} seconds.`);
  expect(bulk).toMatchObject({ hash, rows });
  const found = await readAll(bulk);
  // First, for of two lists of tens of thousands nobody wants to see all.
  expect(found.contents.find((line, place) => line !== expected.contents[place])).toBeUndefined();
  expect(found).toEqual(expected);
});
