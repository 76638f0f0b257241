import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { atlasGraph } from '../support/atlas.ts';
import { seedFiles } from '../support/seeded-graph.ts';
import { loadInBulk } from './bulk/load-in-bulk.ts';
import { atlasQuestions } from './counts/atlas-questions.ts';
import { type AllCounts, findRises } from './counts/compare-counts.ts';
import { countQuestions } from './counts/count-questions.ts';
import { printGraph, printGrowth } from './counts/print-counts.ts';
import { type Operation, operationsOn } from './operations.ts';

const expectedFile = new URL('./expected-counts.json', import.meta.url);
const counted: AllCounts = {};
let operations: Operation[] = [];

it('counts what each question of docs/questions asks of the database', async () => {
  const database = await atlasGraph({ hub: 1000, more: seedFiles() });
  counted.atlas = await countQuestions(database, atlasQuestions());
  await database.close();
  console.log(printGraph('atlas', counted));
});

it.each([1000, 10_000])('counts what each operation asks of a graph of %i people', async (people) => {
  const { database, stop } = await loadInBulk({ people, seed: 1 });
  operations = await operationsOn(database);
  counted[`${people} people`] = await countQuestions(database, operations);
  await stop();
  console.log(printGraph(`${people} people`, counted));
});

it('no count has risen by more than a tenth', () => {
  console.log(printGrowth(operations, counted, '1000 people', '10000 people'));
  if (process.env.BENCH_WRITE === '1') writeFileSync(expectedFile, `${JSON.stringify(counted, null, 2)}\n`);
  expect(findRises(counted, JSON.parse(readFileSync(expectedFile, 'utf8')))).toEqual([]);
});
