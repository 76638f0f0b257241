import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { findFreePort } from '../../src/database/embedded/find-free-port.ts';
import { keepPassword } from '../../src/database/embedded/keep-password.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { commandOf } from '../../src/database/embedded/server-process.ts';
import { readRecord } from '../../src/database/embedded/server-record.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { askOverHttp, statusAndCode } from '../support/ask-over-http.ts';
import { askSteadily, type Sample } from '../support/ask-steadily.ts';
import { checkHealed } from '../support/check-fault.ts';
import { everydayQuestions } from '../support/everyday-questions.ts';
import { faultProxy } from '../support/fault-proxy.ts';
import { noteSafety } from '../support/note-safety.ts';
import { sendRaw } from '../support/raw-request.ts';
import { residentMb } from '../support/resident-memory.ts';
import { smallServer } from '../support/small-server.ts';
import { type OpenService, startService } from '../support/start-service.ts';

// A Neo4j that the service did not start and knows by its address only.
const folder = mkdtempSync(join(tmpdir(), 'graph-away-'));
const options = smallServer(folder);
const home = layOutHome(folder, options.serverFolder);
const anyQuestion = '{ people(first: 1) { totalCount } }';

let remote: Record<string, string>;
let port: number;
let service: OpenService;
let url: string;
let database: Database;
let digest: string;

const startNeo4j = () => startEmbedded({ ...options, port }, () => {});
const pidOfNeo4j = () => readRecord(home)?.pid as number;
const goOn = () => void process.kill(pidOfNeo4j(), 'SIGCONT');
const hang = () => {
  process.kill(pidOfNeo4j(), 'SIGSTOP');
  onTestFinished(goOn);
};
const statusOf = (path: string) =>
  fetch(url + path).then(
    ({ status }) => status,
    () => 0,
  );
const failing = async () => {
  const { checks } = (await (await fetch(`${url}/readyz`)).json()) as { checks: { name: string; ok: boolean }[] };
  return checks.filter(({ ok }) => !ok).map(({ name }) => name);
};

beforeAll(async () => {
  port = await findFreePort();
  const connection = { uri: `bolt://127.0.0.1:${port}`, username: 'neo4j', password: keepPassword(home) };
  remote = { NEO4J_URI: connection.uri, NEO4J_PASSWORD: connection.password };
  database = connect({ ...connection, database: 'neo4j', transactionTimeoutMs: 10_000 });
  service = await startService(remote);
  url = service.url;
}, 300_000);

afterAll(async () => {
  service.kill();
  await database.close();
  await stopServer(home);
  rmSync(folder, { recursive: true, force: true });
});

/** Asks each question until its answer comes quickly: a load meets a service that has been running for a while. */
async function warmUp() {
  for (const question of everydayQuestions)
    for (let ms = Infinity; ms > 500; ) {
      const begun = performance.now();
      expect((await askOverHttp(url, question)).status).toBe(200);
      ms = performance.now() - begun;
    }
}

/**
 * What a fault may do to a load: 503 and when to ask again, soon; and all well soon after.
 * Shape: the slowest refusal, and how long it took until none was refused any more. Units: ms.
 */
function judge(
  samples: readonly Sample[],
  from: number,
  begins: number,
  back: number,
): { refused: number; slowest: number; healedAfter: number } {
  const bad = samples.filter(({ status }) => status !== 200);
  const meanwhile = bad.filter(({ at, ms }) => at + ms < begins);
  for (const sample of meanwhile)
    expect(sample).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE', retryAfter: expect.stringMatching(/^\d+$/) });
  expect(meanwhile.length).toBeGreaterThan(0);
  expect(bad.filter(({ at, ms, busy }) => !busy && at + ms < from)).toEqual([]);
  // A Neo4j that has just begun may need longer than its time for a statement that it has not seen yet.
  for (const { code } of bad) expect(['SERVICE_UNAVAILABLE', 'TIMEOUT']).toContain(code);
  const slowest = Math.max(...meanwhile.map(({ ms }) => ms));
  expect(slowest).toBeLessThan(7000);
  const healedAfter = Math.max(0, ...bad.filter(({ busy }) => !busy).map(({ at, ms }) => at + ms - back));
  expect(healedAfter).toBeLessThan(10_000);
  expect(samples.filter(({ at, status }) => at > back + healedAfter && status === 200).length).toBeGreaterThan(20);
  return { refused: bad.length, slowest, healedAfter };
}

const say = ({ refused, healedAfter }: ReturnType<typeof judge>) =>
  `${refused} refused; healed ${(healedAfter / 1000).toFixed(1)} s after its return`;

describe('a Neo4j of its own', { timeout: 400_000 }, () => {
  it('F23: may come after the service, which says so, waits, and is ready without being started again', async () => {
    expect(await statusOf('/livez')).toBe(200);
    expect(await failing()).toEqual(['database']);
    const refused = await askOverHttp(url, anyQuestion);
    expect([...statusAndCode(refused), refused.headers.get('retry-after')]).toEqual([503, 'SERVICE_UNAVAILABLE', '5']);
    await startNeo4j();
    const begun = performance.now();
    await service.line(/^Ready/);
    await expect.poll(() => statusOf('/readyz'), { timeout: 10_000 }).toBe(200);
    expect((await askOverHttp(url, anyQuestion)).status).toBe(200);
    digest = await computeDigest(database);
    noteSafety('F23', {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      note: `then ready ${((performance.now() - begun) / 1000).toFixed(1)} s after Neo4j, documents stored`,
    });
  });

  it('F23: is said to lack a constraint while it does', async () => {
    await database.schema('DROP CONSTRAINT fact_id');
    await expect.poll(failing, { timeout: 10_000 }).toEqual(['schema']);
    await migrate(database);
    await expect.poll(() => statusOf('/readyz'), { timeout: 10_000 }).toBe(200);
  });

  it('F2: is stopped for 20 s under load: 503 meanwhile, healthy soon after, and the same service', async () => {
    await warmUp();
    const load = askSteadily(url, 50, everydayQuestions);
    await sleep(3000);
    const from = load.now();
    await stopServer(home);
    await sleep(20_000);
    expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 503]);
    const begins = load.now();
    await startNeo4j();
    const back = load.now();
    await sleep(13_000);
    const outcome = judge(await load.stop(), from, begins, back);
    expect(commandOf(service.pid)).toBeDefined();
    expect(await statusOf('/readyz')).toBe(200);
    expect(await checkHealed(database, digest)).toEqual([]);
    noteSafety('F2', { status: 503, ms: outcome.slowest, note: say(outcome) });
  });

  it('F3: hangs under load: 503 meanwhile, nothing piles up, and all is well soon after', async () => {
    const seconds = process.env.SAFETY_LONG ? 60 : 20;
    const memoryBefore = residentMb(service.pid);
    await warmUp();
    const load = askSteadily(url, 50, everydayQuestions);
    await sleep(3000);
    const from = load.now();
    hang();
    await sleep(seconds * 1000);
    expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 503]);
    const running = Number(/^graph_requests_running (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1]);
    const memoryMb = residentMb(service.pid);
    goOn();
    const back = load.now();
    await sleep(13_000);
    const outcome = judge(await load.stop(), from, back, back);
    // Those that run, those that wait, and those being answered in this moment.
    expect(running).toBeLessThan(24 + 24 + 50);
    expect(memoryMb - memoryBefore).toBeLessThan(100);
    expect(await statusOf('/readyz')).toBe(200);
    expect(await checkHealed(database, digest)).toEqual([]);
    noteSafety('F3', { status: 503, ms: outcome.slowest, memoryMb, note: `${seconds} s; ${say(outcome)}` });
  });
});

describe('F7 SIGTERM while questions wait for a Neo4j that hangs', { timeout: 200_000 }, () => {
  /** A question that Neo4j, stopped, leaves without an answer, and a service told to stop meanwhile. */
  async function stopWhileAsked(hungFor: number) {
    const patient = {
      GRAPH_REQUEST_TIMEOUT_MS: '60000',
      GRAPH_TRANSACTION_TIMEOUT_MS: '60000',
      GRAPH_DRAIN_MS: '1000',
      GRAPH_ANSWER_STORE_MB: '0',
    };
    const way = await faultProxy(remote.NEO4J_URI as string);
    const told = await startService({ ...remote, ...patient, NEO4J_URI: way.uri });
    onTestFinished(async () => {
      told.kill();
      await way.close();
    });
    await told.line(/^Ready/);
    expect((await askOverHttp(told.url, anyQuestion)).status).toBe(200);
    hang();
    setTimeout(goOn, hungFor);
    const begun = performance.now();
    const answer = askOverHttp(told.url, anyQuestion);
    await sleep(500);
    told.terminate();
    await sleep(200);
    // Over a connection of its own: those that nobody asks over are closed by now.
    const { status: ready } = await sendRaw(told.url, 'GET /readyz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    const sent = (name: string) => way.messages.filter((message) => message === name).length;
    return { answer: { answer }, ready, ended: told.ended, sent, ms: () => performance.now() - begun };
  }

  it('F7: one that Neo4j is 3 s late to answer is answered, and then the service is gone with 0', async () => {
    const { answer, ready, ended, sent } = await stopWhileAsked(3000);
    expect([ready, (await answer.answer).status, await ended]).toEqual([503, 200, 0]);
    // Every connection was taken leave of.
    expect([sent('HELLO') > 0, sent('GOODBYE')]).toEqual([true, sent('HELLO')]);
    expect(await checkHealed(database, digest)).toEqual([]);
  });

  it('F7: one that Neo4j keeps for 15 s hears 503 before, and then the service is gone with 0', async () => {
    const { answer, ready, ended, sent, ms } = await stopWhileAsked(15_000);
    const refused = await answer.answer;
    const after = ms();
    expect([ready, ...statusAndCode(refused), refused.headers.get('retry-after')]).toEqual([503, 503, 'SERVICE_UNAVAILABLE', '5']);
    expect(after).toBeLessThan(13_000);
    expect(await ended).toBe(0);
    expect(ms()).toBeLessThan(15_000);
    expect([sent('HELLO') > 0, sent('GOODBYE')]).toEqual([true, sent('HELLO')]);
    goOn();
    expect(await checkHealed(database, digest)).toEqual([]);
    noteSafety('F7', {
      status: 503,
      ms: after,
      note: 'exit code 0, connections closed; of a Neo4j that hangs; one late by 3 s was answered',
    });
  });
});
