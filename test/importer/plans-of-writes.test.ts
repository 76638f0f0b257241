import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Database, Parameters } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { writeGraphFiles } from '../bench/generate/write-graph-files.ts';
import { planOperators } from '../support/plan-operators.ts';
import { emptyGraph, seedFiles } from '../support/seeded-graph.ts';

type Heard = Map<string, Parameters>;

const folder = mkdtempSync(join(tmpdir(), 'graph-plans-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The database, noting each statement that is sent, with the parameters of its first time. */
function listening(database: Database, heard: Heard): Database {
  const note = (cypher: string, params: Parameters = {}) => void (heard.has(cypher) || heard.set(cypher, params));
  const read: Database['read'] = (cypher, params, options) => {
    note(cypher, params);
    return database.read(cypher, params, options);
  };
  const write: Database['write'] = (work, options) =>
    database.write((tx) => {
      const run: typeof tx.run = (cypher, params) => {
        note(cypher, params);
        return tx.run(cypher, params);
      };
      return work({ run });
    }, options);
  return { ...database, read, write };
}

/** Those of the statements whose plan, made now, walks all that bear a label, but for labels of which there are few. */
async function walksOf(database: Database, heard: Heard): Promise<string[]> {
  const walks: string[] = [];
  for (const [cypher, params] of heard) {
    const operators = await planOperators(database, { cypher, params });
    if (!/:Operation|:Overhaul/.test(cypher) && operators.some((operator) => operator.endsWith('Scan'))) walks.push(cypher);
  }
  return walks;
}

it('no statement of an import walks all that bear a label, however small the graph was when it was planned', async () => {
  const database = await emptyGraph();
  const heard: Heard = new Map();
  const { files } = await writeGraphFiles(folder, { people: 100, seed: 1 });
  await importFiles(listening(database, heard), [...seedFiles(), ...files]);
  expect(heard.size).toBeGreaterThan(30);
  expect(await walksOf(database, heard)).toEqual([]);
  await emptyGraph();
  expect(await walksOf(database, heard)).toEqual([]);
  await importFiles(database, seedFiles());
  expect(await walksOf(database, heard)).toEqual([]);
  await database.close();
});
