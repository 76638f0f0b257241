import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { withImportLock } from '../../src/recording/import-lock.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

const spring = testFile('spring-forum.yaml');
let database: Database;

beforeEach(async () => {
  await database?.close();
  database = await emptyGraph();
});
afterAll(() => database.close());

it('an import waits while another runs, and is refused when that goes on (F9)', async () => {
  await withImportLock(database, async () => {
    await expect(importFiles(database, [spring], { patienceMs: 300 })).rejects.toThrow(/^Another import is running\. Wait until/);
  });
  expect(await importFiles(database, [spring], { patienceMs: 0 })).toHaveLength(1);
});

it('a lock that was left behind counts no more after its time; whoever lost it so stores nothing (F8, F9)', async () => {
  const late = withImportLock(database, async (lock) => {
    await database.write((tx) => tx.run('MATCH (l:ImportLock) SET l.until = datetime() - duration({seconds: 1})'));
    await withImportLock(database, () => expect(lock.renew()).rejects.toThrow(/^Another import has taken over meanwhile/));
  });
  await late;
  expect(await database.read('MATCH (l:ImportLock) RETURN l')).toEqual([]);
});
