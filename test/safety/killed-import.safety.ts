import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { deleteAll } from '../../src/recording/delete-all.ts';
import { betweenBatches } from '../support/between-batches.ts';
import { eachPoint, kindsOfPoints } from '../support/each-point.ts';
import { testServer } from '../support/embedded-server.ts';
import { failedByItself, importWhole, importWithFault, type WholeImport } from '../support/fault-import.ts';
import { judgeImport, passLockTime } from '../support/judge-import.ts';
import { writeLargeSource } from '../support/large-source.ts';
import { noteSafety } from '../support/note-safety.ts';
import { runImport } from '../support/run-import.ts';
import { everyCase, randomFrom, seed } from '../support/sample.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

const small = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
const many = everyCase ? 20 : 1;
const random = randomFrom(seed);
const login = testServer();
let database: Database;
/** A source of several batches. */
let large: string[];
let whole: WholeImport;

beforeAll(async () => {
  large = [await writeLargeSource(everyCase ? 2500 : 1100)];
  database = await emptyGraph();
  whole = await importWhole(database, login, large);
});
afterAll(() => database.close());

describe('F8: an importer that is killed', { timeout: 7_200_000 }, () => {
  /** Kills the importer at a point, and judges. */
  async function killAt(n: number, files: readonly string[], digest: string) {
    const ended = await importWithFault(database, login, files, { n, also: (importer) => importer.signal('SIGKILL') });
    await passLockTime(database);
    const { wrong } = await judgeImport(database, login, files, digest, ended);
    return { ...ended, wrong: [...failedByItself(ended), ...wrong].map((what) => `point ${n}: ${what}`) };
  }

  it.runIf(kindsOfPoints.includes('any'))(
    'at any of its points has stored whole batches, and the same command goes on from there',
    async () => {
      const { digest, messages } = await importWhole(database, login, small);
      const found: string[] = [];
      const fired = await eachPoint(messages.length, 3, async (n) => {
        const { firedAt, wrong } = await killAt(n, small, digest);
        found.push(...wrong);
        return firedAt !== undefined;
      });
      noteSafety('F8', { note: `importer killed at ${fired} of ${messages.length} points; seed ${seed}` });
      expect(found).toEqual([]);
      expect(fired).toBeGreaterThanOrEqual(everyCase ? messages.length * 0.9 : 2);
    },
  );

  it.runIf(kindsOfPoints.includes('between'))(
    'between two batches of a source has stored the first, and the same command stores the rest',
    async () => {
      const { wrong, between } = await betweenBatches(whole, many, (n) => killAt(n, large, whole.digest));
      noteSafety('F8', { note: `importer killed at ${between} points between the batches of a source; seed ${seed}` });
      expect(wrong).toEqual([]);
      expect(between).toBeGreaterThanOrEqual(1);
    },
  );

  it('at random moments loses nothing that it said was stored', async () => {
    const found: string[] = [];
    const times: number[] = [];
    for (let n = 1; n <= many; n += 1) {
      await deleteAll(database);
      const importer = runImport(login, large);
      await Promise.race([sleep(random() * whole.ms), importer.ended]);
      importer.signal('SIGKILL');
      const { wrong, ms } = await judgeImport(database, login, large, whole.digest, await importer.ended);
      found.push(...wrong.map((what) => `moment ${n}: ${what}`));
      times.push(ms);
    }
    noteSafety('F8', {
      ms: Math.max(...times),
      note: `importer killed at ${many} random moments, the time is of the command again; seed ${seed}`,
    });
    expect(found).toEqual([]);
  });

  it('by Ctrl-C ends with 1, and the same command goes on', async () => {
    await deleteAll(database);
    const importer = runImport(login, large);
    await importer.heard(/batch 1 stored/);
    importer.signal('SIGINT');
    const ended = await importer.ended;
    const { wrong } = await judgeImport(database, login, large, whole.digest, ended);
    noteSafety('F8', { code: `exit ${ended.code}`, note: 'Ctrl-C' });
    expect([ended.code, wrong]).toEqual([1, []]);
  });
});
