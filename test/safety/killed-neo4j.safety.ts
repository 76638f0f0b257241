import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { deleteAll } from '../../src/recording/delete-all.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { betweenBatches } from '../support/between-batches.ts';
import { checkStore } from '../support/check-store.ts';
import { eachPoint, kindsOfPoints } from '../support/each-point.ts';
import { failedByItself, importWhole, importWithFault, type WholeImport } from '../support/fault-import.ts';
import { judgeImport, passLockTime } from '../support/judge-import.ts';
import { writeLargeSource } from '../support/large-source.ts';
import { noteSafety } from '../support/note-safety.ts';
import { type EndedImport, runImport } from '../support/run-import.ts';
import { everyCase, randomFrom, seed } from '../support/sample.ts';
import { testFile } from '../support/seeded-graph.ts';
import { smallServer } from '../support/small-server.ts';

const small = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
const moments = everyCase ? 20 : 1;
const random = randomFrom(seed);
const folder = mkdtempSync(join(tmpdir(), 'graph-killed-'));
let server: EmbeddedServer;
let database: Database;
/** A source of several batches. */
let large: string[];
let whole: WholeImport;
let checked = 0;

const start = async (port?: number) => {
  server = await startEmbedded({ ...smallServer(folder), port }, () => {});
};
const kill = () => process.kill(server.pid, 'SIGKILL');
const average = (numbers: readonly number[]): number => Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);

beforeAll(async () => {
  large = [await writeLargeSource(everyCase ? 2500 : 1100)];
  await start();
  database = connect({ ...server, database: 'neo4j', transactionTimeoutMs: 10_000 });
  await migrate(database);
  whole = await importWhole(database, server, large);
});
afterAll(async () => {
  await database.close();
  await stopServer(layOutHome(folder));
  rmSync(folder, { recursive: true, force: true });
});

/** What Neo4j's own check finds in the store, which it can read only when it is stopped. */
async function checkOffline(): Promise<string[]> {
  const wrong = await checkStore(folder);
  checked += 1;
  await start(server.port);
  return wrong;
}

/** Starts Neo4j again, and judges. In the long run Neo4j checks its store each time; else once, when all is done. */
async function startAndJudge(ended: EndedImport, files: readonly string[], digest: string, { waitForLock }: { waitForLock: boolean }) {
  const began = performance.now();
  await start(server.port);
  const startMs = performance.now() - began;
  const exit = [0, 1, 4].includes(ended.code ?? -1) ? [] : [`exit ${ended.code}: ${ended.said}`];
  const store = everyCase ? await checkOffline() : [];
  if (!waitForLock) await passLockTime(database);
  const { wrong, ms } = await judgeImport(database, server, files, digest, ended);
  return { wrong: [...exit, ...store, ...wrong], ms, startMs };
}

describe('F1: Neo4j that is killed in an import', { timeout: 14_400_000 }, () => {
  it('at random moments leaves no half batch, and the same command goes on', async () => {
    const found: string[] = [];
    const [starts, agains] = [[] as number[], [] as number[]];
    for (let n = 1; n <= moments; n += 1) {
      await deleteAll(database);
      const importer = runImport(server, large);
      await Promise.race([sleep(random() * whole.ms), importer.ended]);
      kill();
      const judged = await startAndJudge(await importer.ended, large, whole.digest, { waitForLock: true });
      found.push(...judged.wrong.map((what) => `moment ${n}: ${what}`));
      starts.push(judged.startMs);
      agains.push(judged.ms);
    }
    noteSafety('F1', {
      ms: average(agains),
      note: `${moments} random moments, started again in ${average(starts)} ms, the time is of the command again; seed ${seed}`,
    });
    expect(found).toEqual([]);
  });

  /** Kills Neo4j at a point, and judges. */
  async function killAt(n: number, files: readonly string[], digest: string) {
    const ended = await importWithFault(database, server, files, { n, also: kill });
    const { wrong } = await startAndJudge(ended, files, digest, { waitForLock: false });
    return { ...ended, wrong: [...failedByItself(ended), ...wrong].map((what) => `point ${n}: ${what}`) };
  }

  it.runIf(kindsOfPoints.includes('any'))('at points of the import is as if it had been the importer (F8)', async () => {
    const { digest, messages } = await importWhole(database, server, small);
    const found: string[] = [];
    const fired = await eachPoint(messages.length, 1, async (n) => {
      const { firedAt, wrong } = await killAt(n, small, digest);
      found.push(...wrong);
      return firedAt !== undefined;
    });
    noteSafety('F8', { note: `Neo4j killed at ${fired} of ${messages.length} points; seed ${seed}` });
    expect(found).toEqual([]);
    expect(fired).toBeGreaterThanOrEqual(everyCase ? messages.length * 0.9 : 1);
  });

  it.runIf(kindsOfPoints.includes('between'))(
    'between two batches of a source keeps the first, and the same command stores the rest (F8)',
    async () => {
      const { wrong, between } = await betweenBatches(whole, moments, (n) => killAt(n, large, whole.digest));
      noteSafety('F8', { note: `Neo4j killed at ${between} points between the batches of a source; seed ${seed}` });
      expect(wrong).toEqual([]);
      expect(between).toBeGreaterThanOrEqual(1);
    },
  );

  it('has a store in the end of which its own check finds nothing wrong', async () => {
    expect(await checkOffline()).toEqual([]);
    noteSafety('F1', { note: `neo4j-admin database check, ${checked} times: nothing found` });
  });
});
