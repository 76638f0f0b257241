import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { deleteAll } from '../../src/recording/delete-all.ts';
import { exportGraph } from '../../src/recording/export-graph.ts';
import { withImportLock } from '../../src/recording/import-lock.ts';
import { reset } from '../../src/recording/reset.ts';
import { restoreGraph } from '../../src/recording/restore-graph.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

const spring = testFile('spring-forum.yaml');
const running = /^Another import, restore or reset is running\. Wait until/;
let database: Database;

beforeEach(async () => {
  await database?.close();
  database = await emptyGraph();
});
afterAll(() => database.close());

it('an import waits while another runs, and is refused when that goes on (F9)', async () => {
  await withImportLock(database, async () => {
    await expect(importFiles(database, [spring], { patienceMs: 300 })).rejects.toThrow(running);
  });
  expect(await importFiles(database, [spring], { patienceMs: 0 })).toHaveLength(1);
});

it('a lock that was left behind counts no more after its time; whoever lost it so stores nothing (F8, F9)', async () => {
  const late = withImportLock(database, async (lock) => {
    await database.write((tx) => tx.run('MATCH (l:ImportLock) SET l.until = datetime() - duration({seconds: 1})'));
    await withImportLock(database, () =>
      expect(lock.renew()).rejects.toThrow(/^Another import, restore or reset has taken over meanwhile/),
    );
  });
  await late;
  expect(await database.read('MATCH (l:ImportLock) RETURN l')).toEqual([]);
});

it('a lock lasts as long as the work does for which it is renewed', async () => {
  const until = async () => String((await database.read('MATCH (l:ImportLock) RETURN toString(l.until) AS until'))[0]?.until);
  await withImportLock(database, async (lock) => {
    const first = await until();
    const seen = await lock.renewDuring(sleep(2500).then(until));
    expect(seen > first).toBe(true);
  });
});

describe('what replaces the graph', () => {
  const all = async () => database.read('MATCH (n) WHERE NOT n:ImportLock RETURN elementId(n) AS id, properties(n) AS said ORDER BY id');

  /** The database, which at a statement on its schema does something else before. */
  const doingAt = (pattern: RegExp, before: () => Promise<void>): Database => ({
    ...database,
    schema: async (cypher, params) => {
      if (pattern.test(cypher)) await before();
      return database.schema(cypher, params);
    },
  });
  const refuseImport = () => expect(importFiles(database, [spring], { patienceMs: 0 })).rejects.toThrow(running);

  async function backup(leave = async () => {}): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'graph-lock-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await importFiles(database, [spring]);
    await leave();
    await exportGraph(database, join(folder, 'graph.jsonl'));
    return join(folder, 'graph.jsonl');
  }

  it('a reset is told when an import runs, and deletes nothing; an import is told when a reset does (F9)', async () => {
    await importFiles(database, [spring]);
    const before = await all();
    await withImportLock(database, () => expect(reset(database, 300)).rejects.toThrow(running));
    expect(await all()).toEqual(before);
    let refused = 0;
    const deleted = await reset(
      doingAt(/DELETE/, async () => {
        await refuseImport();
        refused += 1;
      }),
    );
    expect([refused, deleted]).toEqual([2, before.filter(({ said }) => !('number' in (said as object))).length]);
    expect(await database.read('MATCH (n) WHERE NOT n:Migration RETURN n')).toEqual([]);
  });

  it('a restore is told when an import runs, and stores nothing; an import is told when a restore does (F9)', async () => {
    const file = await backup();
    await deleteAll(database);
    const before = await all();
    await withImportLock(database, () => expect(restoreGraph(database, file, 300)).rejects.toThrow(running));
    expect(await all()).toEqual(before);
    let refused = 0;
    await restoreGraph(
      doingAt(/restored_as/, async () => {
        await refuseImport();
        refused += 1;
      }),
      file,
    );
    expect(refused).toBe(2);
    expect(await database.read('MATCH (l:ImportLock) RETURN l')).toEqual([]);
  });

  it('a lock that stood in the graph when it was backed up is not restored', async () => {
    const leaveLock = async () => {
      await database.write((tx) => tx.run("CREATE (:ImportLock {id: 'import', holder: 'one that was killed', until: datetime()})"));
    };
    const file = await backup(leaveLock);
    expect(readFileSync(file, 'utf8')).toContain('ImportLock');
    await deleteAll(database);
    await leaveLock();
    await restoreGraph(database, file);
    expect(await database.read('MATCH (l:ImportLock) RETURN l')).toEqual([]);
  });
});
