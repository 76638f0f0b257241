import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
import { liveMb, tellsLiveMemory } from '../support/live-memory.ts';
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
  const settings = { NEO4J_URI: connection.uri, NEO4J_PASSWORD: connection.password, GRAPH_ANSWER_STORE_MB: '0' };
  service = await startService({ ...settings, ...tellsLiveMemory });
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

/** What is in use at a moment, and what the process holds. Units: ms, MB. */
interface Memory {
  readonly at: number;
  readonly live: number;
  readonly resident: number;
}

/** How memory goes on by the minute, by least squares. Units: MB. */
function slopeOf(measured: readonly Memory[], key: 'live' | 'resident'): number {
  const mean = (of: keyof Memory) => measured.reduce((sum, each) => sum + each[of], 0) / measured.length;
  const [middle, level] = [mean('at'), mean(key)];
  const over = measured.reduce((sum, { at, [key]: mb }) => sum + (at - middle) * (mb - level), 0);
  return (60_000 * over) / measured.reduce((sum, { at }) => sum + (at - middle) ** 2, 0);
}

it(`F29: ${minutes} minutes of load with a fault each 30 s or when the last is over: errors only around faults, memory level, and the graph as it was`, async () => {
  const digest = await computeDigest(database);
  const memory: Memory[] = [];
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
    memory.push({ at: load.now(), live: await liveMb(service), resident: residentMb(service.pid) });
  }
  const samples = await load.stop();
  const isAround = ({ at, ms }: Sample) => windows.some(({ from, to }) => at + ms >= from && at <= to);
  const bad = samples.filter(({ status }) => status !== 200);
  const slope = slopeOf(memory, 'live');
  const { live = 0, resident = 0 } = memory.at(-1) ?? {};
  noteSafety('F29', {
    memoryMb: Math.round(resident),
    note: `${samples.length} questions, ${windows.length - 1} faults, ${bad.length} refused around them; in use ${live.toFixed(0)} MB, ${slope.toFixed(1)} MB a minute`,
  });
  expect(bad.filter((sample) => !sample.busy && !isAround(sample))).toEqual([]);
  for (const { status } of bad) expect([503, 504]).toContain(status);
  expect(wrong).toEqual([]);
  // Each began when it was due, or when the one before was over.
  const due = windows.slice(0, -1).map(({ to }, index) => Math.max((index + 1) * faultEveryMs, to));
  expect(windows.slice(1).filter(({ from }, index) => from > (due[index] ?? 0) + faultEveryMs / 2)).toEqual([]);
  expect(slope).toBeLessThan(5);
  expect(resident).toBeLessThan(512);
  // Garbage that no collection is due for piles up at first, and caches fill; in the second half that is over, if it is long enough.
  if (everyCase) expect(slopeOf(memory.slice(memory.length / 2), 'resident')).toBeLessThan(5);
}, 1_500_000);
