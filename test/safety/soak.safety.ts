import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { keepPassword } from '../../src/database/embedded/keep-password.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { readRecord } from '../../src/database/embedded/server-record.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { askSteadily, type Sample } from '../support/ask-steadily.ts';
import { checkHealed } from '../support/check-fault.ts';
import { everydayQuestions } from '../support/everyday-questions.ts';
import { noteSafety } from '../support/note-safety.ts';
import { residentMb } from '../support/resident-memory.ts';
import { everyCase } from '../support/sample.ts';
import { smallServer } from '../support/small-server.ts';
import { type OpenService, startService } from '../support/start-service.ts';

const minutes = everyCase ? 10 : 1.5;
const faultEveryMs = 30_000;
/** From the end of a fault until all must be well again. Units: ms. */
const healsWithinMs = 10_000;

const folder = mkdtempSync(join(tmpdir(), 'graph-soak-'));
const options = smallServer(folder);
const home = layOutHome(folder, options.serverFolder);
let port: number;
let service: OpenService;
let database: Database;

beforeAll(async () => {
  ({ port } = await startEmbedded(options, () => {}));
  const connection = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password: keepPassword(home) };
  // None kept, so that every question reaches Neo4j.
  service = await startService({ NEO4J_URI: connection.uri, NEO4J_PASSWORD: connection.password, GRAPH_ANSWER_STORE_MB: '0' });
  await service.line(/^Ready/);
  // For looking at the whole graph while the load goes on; the service itself keeps to its deadline.
  database = connect({ ...connection, database: 'neo4j', transactionTimeoutMs: 60_000 });
}, 300_000);

afterAll(async () => {
  service?.kill();
  await database?.close();
  await stopServer(home);
  rmSync(folder, { recursive: true, force: true });
});

const signal = (name: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL') => process.kill(readRecord(home)?.pid as number, name);

/** What happens to Neo4j, one after the other. Each resolves when it is there again. */
const faults: readonly (() => Promise<void>)[] = [
  async () => {
    signal('SIGSTOP');
    await sleep(5000);
    signal('SIGCONT');
  },
  async () => {
    signal('SIGKILL');
    await sleep(1000);
    await startEmbedded({ ...options, port }, () => {});
  },
  async () => {
    await stopServer(home);
    await startEmbedded({ ...options, port }, () => {});
  },
];

/** How memory goes on by the minute, by least squares over what was measured each second, leaving out the first half, in which caches fill. Units: MB. */
function slopeOf(measured: readonly number[]): number {
  const settled = measured.slice(Math.floor(measured.length / 2));
  const [middle, mean] = [(settled.length - 1) / 2, settled.reduce((sum, mb) => sum + mb, 0) / settled.length];
  const [over, under] = settled.reduce(([a, b], mb, second) => [a + (second - middle) * (mb - mean), b + (second - middle) ** 2], [0, 0]);
  return (60 * (over ?? 0)) / (under || 1);
}

it(`F29: ${minutes} minutes of load with a fault each 30 s or when the last is over: errors only around faults, memory level, and the graph as it was`, async () => {
  const digest = await computeDigest(database);
  const memory: number[] = [];
  const measuring = setInterval(() => memory.push(residentMb(service.pid)), 1000);
  onTestFinished(() => clearInterval(measuring));
  const load = askSteadily(service.url, 20, everydayQuestions);
  // Neo4j has just been started, and plans every question for the first time, as after a fault.
  const windows = [{ from: 0, to: healsWithinMs }];
  const wrong: string[] = [];
  const count = (minutes * 60_000) / faultEveryMs;
  for (let number = 1; number <= count; number += 1) {
    // On a busy machine the next is due before the last is over.
    await sleep(Math.max(0, number * faultEveryMs - load.now()));
    const from = load.now();
    await faults[number % faults.length]?.();
    windows.push({ from, to: load.now() + healsWithinMs });
    await sleep(healsWithinMs);
    wrong.push(...(await checkHealed(database, digest)));
  }
  clearInterval(measuring);
  const samples = await load.stop();
  const isAround = ({ at, ms }: Sample) => windows.some(({ from, to }) => at + ms >= from && at <= to);
  const bad = samples.filter(({ status }) => status !== 200);
  const slope = slopeOf(memory);
  noteSafety('F29', {
    memoryMb: Math.round(memory.at(-1) ?? 0),
    note: `${samples.length} questions, ${windows.length - 1} faults, ${bad.length} refused around them; memory ${slope.toFixed(1)} MB a minute`,
  });
  expect(bad.filter((sample) => !sample.busy && !isAround(sample))).toEqual([]);
  for (const { status } of bad) expect([503, 504]).toContain(status);
  expect(wrong).toEqual([]);
  // Each began when it was due, or when the one before was over.
  const due = windows.slice(0, -1).map(({ to }, index) => Math.max((index + 1) * faultEveryMs, to));
  expect(windows.slice(1).filter(({ from }, index) => from > (due[index] ?? 0) + faultEveryMs / 2)).toEqual([]);
  expect(slope).toBeLessThan(everyCase ? 5 : 40);
}, 1_500_000);
