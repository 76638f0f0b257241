import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { type EmbeddedServer, startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { checkFault, checkHealed } from '../support/check-fault.ts';
import { clearGraph, testServer } from '../support/embedded-server.ts';
import { faultProxy } from '../support/fault-proxy.ts';
import { writeLargeSource } from '../support/large-source.ts';
import { noteSafety } from '../support/note-safety.ts';
import { batchesIn, type RunningCommand, runCommand } from '../support/run-command.ts';
import { everyCase, randomFrom, sample, seed } from '../support/sample.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';
import { smallServer } from '../support/small-server.ts';

type Login = { uri: string; username: string; password: string };

const small = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
const moments = everyCase ? 20 : 2;
const random = randomFrom(seed);
let large: string[];
/** What the large import gives with nothing in its way, and how long it takes. */
let whole: { readonly digest: string; readonly ms: number };

beforeAll(async () => {
  large = [await writeLargeSource(everyCase ? 2500 : 1500)];
  const database = await emptyGraph();
  whole = await measure(database, testServer(), large);
  await database.close();
});

const startImport = ({ uri, username, password }: Login, files: readonly string[]): RunningCommand =>
  runCommand(['import', ...files], { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
const digestIn = (out: string): string => /sha256:\w+/.exec(out)?.[0] ?? '';
const average = (numbers: readonly number[]): number => Math.round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length);

/** An import with nothing in its way: what it gives, how long it takes, what it says to Neo4j. */
async function measure(database: Database, login: Login, files: readonly string[]) {
  await clearGraph(database);
  await migrate(database);
  const way = await faultProxy(login.uri);
  const began = performance.now();
  const { code, out, said } = await startImport({ ...login, uri: way.uri }, files).ended;
  await way.close();
  expect([code, said]).toEqual([0, expect.stringContaining(', the last')]);
  return { digest: digestIn(out), ms: performance.now() - began, messages: way.messages.length };
}

/** As if the time had passed for which a killed import locks. */
const passLockTime = (database: Database) => database.write((tx) => tx.run('MATCH (l:ImportLock) SET l.until = datetime()'));

/** What is wrong after an import that was broken off, and after the same command again, which may not say that it failed. */
async function judge(database: Database, login: Login, files: readonly string[], digest: string, said: string) {
  const after = await checkFault(database, { acknowledged: batchesIn(said), unknown: 1 });
  const began = performance.now();
  const again = await startImport(login, files).ended;
  const told = again.code === 0 ? [] : [`the same command again: ${again.code} ${again.said}`];
  return { wrong: [...after, ...told, ...(await checkHealed(database, digest))], ms: performance.now() - began };
}

describe('F8: an importer that is killed', { timeout: 7_200_000 }, () => {
  let database: Database;
  const login = testServer();

  beforeAll(async () => {
    database = await emptyGraph();
  });
  afterAll(() => database.close());

  it('at any of its points has stored whole batches, and the same command goes on from there', async () => {
    const { digest, messages } = await measure(database, login, small);
    const points = sample(
      Array.from({ length: messages + 1 }, (_, index) => index + 1),
      5,
    );
    const wrong: string[] = [];
    let fired = 0;
    for (const n of points) {
      await clearGraph(database);
      await migrate(database);
      const way = await faultProxy(login.uri);
      const importer = startImport({ ...login, uri: way.uri }, small);
      way.cutAt(n, 'before', () => {
        fired += 1;
        importer.signal('SIGKILL');
      });
      const { said } = await importer.ended;
      await way.close();
      await passLockTime(database);
      wrong.push(...(await judge(database, login, small, digest, said)).wrong.map((what) => `point ${n}: ${what}`));
    }
    noteSafety('F8', { note: `importer killed at ${fired} of ${messages} points; seed ${seed}` });
    expect(wrong).toEqual([]);
    expect(fired).toBeGreaterThanOrEqual(points.length - 1);
  });

  it('at random moments loses nothing that it said was stored', async () => {
    const { digest, ms } = whole;
    const wrong: string[] = [];
    const times: number[] = [];
    for (let n = 1; n <= moments; n += 1) {
      await clearGraph(database);
      const importer = startImport(login, large);
      await Promise.race([sleep(random() * ms), importer.ended]);
      importer.signal('SIGKILL');
      const judged = await judge(database, login, large, digest, (await importer.ended).said);
      wrong.push(...judged.wrong.map((what) => `moment ${n}: ${what}`));
      times.push(judged.ms);
    }
    noteSafety('F8', {
      ms: average(times),
      note: `importer killed at ${moments} random moments, the time is of the command again; seed ${seed}`,
    });
    expect(wrong).toEqual([]);
  });

  it('by Ctrl-C ends with 1, and the same command goes on', async () => {
    await clearGraph(database);
    const importer = startImport(login, large);
    await importer.heard(/batch 1 stored/);
    importer.signal('SIGINT');
    const { code, said } = await importer.ended;
    const { wrong } = await judge(database, login, large, whole.digest, said);
    noteSafety('F8', { code: `exit ${code}`, note: 'Ctrl-C' });
    expect([code, wrong]).toEqual([1, []]);
  });
});

describe('F1: Neo4j that is killed in an import', { timeout: 7_200_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-killed-'));
  let server: EmbeddedServer;
  let database: Database;

  const start = async (port?: number) => {
    server = await startEmbedded({ ...smallServer(folder), port }, () => {});
  };
  beforeAll(async () => {
    await start();
    database = connect({ ...server, database: 'neo4j', transactionTimeoutMs: 10_000 });
    await migrate(database);
  });
  afterAll(async () => {
    await database.close();
    await stopServer(layOutHome(folder));
    rmSync(folder, { recursive: true, force: true });
  });

  /** Kills Neo4j in an import when `until` says, and starts it again. */
  async function killNeo4j(uri: string, files: readonly string[], until: (importer: RunningCommand, kill: () => void) => Promise<void>) {
    await clearGraph(database);
    const importer = startImport({ ...server, uri }, files);
    await until(importer, () => process.kill(server.pid, 'SIGKILL'));
    const { code, said } = await importer.ended;
    const began = performance.now();
    await start(server.port);
    return { code, said, startMs: performance.now() - began };
  }

  it('at random moments leaves no half batch, and the same command goes on', async () => {
    const { digest, ms } = whole;
    const wrong: string[] = [];
    const [starts, agains] = [[] as number[], [] as number[]];
    for (let n = 1; n <= moments; n += 1) {
      const { code, said, startMs } = await killNeo4j(server.uri, large, async (importer, kill) => {
        await Promise.race([sleep(random() * ms), importer.ended]);
        kill();
      });
      if (code !== 0 && code !== 1 && code !== 4) wrong.push(`moment ${n}: exit ${code}: ${said}`);
      const judged = await judge(database, server, large, digest, said);
      wrong.push(...judged.wrong.map((what) => `moment ${n}: ${what}`));
      starts.push(startMs);
      agains.push(judged.ms);
    }
    noteSafety('F1', {
      ms: average(agains),
      note: `${moments} random moments, started again in ${average(starts)} ms, the time is of the command again; seed ${seed}`,
    });
    expect(wrong).toEqual([]);
  });

  it('at points of the import is as if it had been the importer (F8)', async () => {
    const { digest, messages } = await measure(database, server, small);
    const points = Array.from({ length: everyCase ? 20 : 2 }, () => 1 + Math.floor(random() * messages));
    const wrong: string[] = [];
    for (const n of points) {
      const way = await faultProxy(server.uri);
      const { said } = await killNeo4j(way.uri, small, async (_importer, kill) => way.cutAt(n, 'before', kill));
      await way.close();
      await passLockTime(database);
      wrong.push(...(await judge(database, server, small, digest, said)).wrong.map((what) => `point ${n}: ${what}`));
    }
    noteSafety('F8', { note: `Neo4j killed at ${points.length} of ${messages} points; seed ${seed}` });
    expect(wrong).toEqual([]);
  });
});
