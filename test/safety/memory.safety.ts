import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { connect, type Database } from '../../src/database/connect.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import type { SourceFile } from '../../src/domain/source-file.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { askOverHttp, statusAndCode } from '../support/ask-over-http.ts';
import { checkHealed } from '../support/check-fault.ts';
import { writeSourceFiles } from '../support/hub-event.ts';
import { noteSafety } from '../support/note-safety.ts';
import { residentMb } from '../support/resident-memory.ts';
import { seedFiles } from '../support/seeded-graph.ts';
import { serveGraph } from '../support/serve-graph.ts';
import { smallServer } from '../support/small-server.ts';
import { startService } from '../support/start-service.ts';

const folder = mkdtempSync(join(tmpdir(), 'graph-memory-'));
// With the memory that `npm start` gives it: half of it is for statements, and a quarter for each.
const options = { ...smallServer(folder), heap: readConfig({}).heap };
let remote: Record<string, string>;
let database: Database;
let digest: string;

beforeAll(async () => {
  const { uri, username, password } = await startEmbedded(options, () => {});
  remote = { NEO4J_URI: uri, NEO4J_PASSWORD: password };
  database = connect({ uri, username, password, database: 'neo4j', transactionTimeoutMs: 10_000 });
  await migrate(database);
  await importFiles(database, seedFiles());
  digest = await computeDigest(database);
}, 300_000);

afterEach(async () => {
  expect(await checkHealed(database, digest)).toEqual([]);
});

afterAll(async () => {
  await database.close();
  await stopServer(layOutHome(folder, options.serverFolder));
  rmSync(folder, { recursive: true, force: true });
});

describe('F19 a statement that collects everything', () => {
  const greedy = 'UNWIND range(1, 100000000) AS i RETURN size(collect(toString(i) + "0123456789")) AS all';

  it('F19: ends at the memory of one transaction as QUERY_TOO_COSTLY, once; others are answered, and Neo4j lives', async () => {
    let statements = 0;
    const hungry: Database = {
      ...database,
      read: (_cypher, _params, options) => {
        statements += 1;
        return database.read(greedy, {}, { ...options, timeoutMs: 20_000 });
      },
    };
    const served = await serveGraph(hungry, { GRAPH_REQUEST_TIMEOUT_MS: '30000', GRAPH_ANSWER_STORE_MB: '0' });
    const others = await serveGraph(database, { GRAPH_ANSWER_STORE_MB: '0' });
    try {
      const begun = performance.now();
      const asked = askOverHttp(served.url, '{ entity(id: "person:fan-daiming") { name } }');
      const beside = await askOverHttp(others.url, '{ people(first: 3) { totalCount } }');
      const answer = await asked;
      expect(statusAndCode(answer)).toEqual([200, 'QUERY_TOO_COSTLY']);
      expect(answer.body.errors[0].message).toContain('more memory');
      expect([statements, beside.status]).toEqual([1, 200]);
      expect((await askOverHttp(others.url, '{ people(first: 3) { totalCount } }')).status).toBe(200);
      noteSafety('F19', { status: 200, code: 'QUERY_TOO_COSTLY', ms: performance.now() - begun });
    } finally {
      await Promise.all([served.stop(), others.stop()]);
    }
  });

  it('F19: is not tried again and again where the driver repeats what it takes for passing', async () => {
    let tries = 0;
    const work = database.write(
      async (tx) => {
        tries += 1;
        await tx.run(greedy);
      },
      { timeoutMs: 20_000 },
    );
    await expect(work).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
    expect(tries).toBeLessThanOrEqual(3);
  });

  it('F19: which many do at once, none too much for itself, ends as SERVICE_UNAVAILABLE, for that passes', async () => {
    const holding =
      'UNWIND range(1, 800000) AS i WITH collect(toString(i) + "0123456789") AS texts UNWIND range(1, 10000000) AS j RETURN size(texts), count(j)';
    const hold = () =>
      database.read(holding, {}, { timeoutMs: 60_000 }).then(
        () => 'answered',
        ({ code }) => code,
      );
    expect(await hold()).toBe('answered');
    const ends = new Set(await Promise.all(Array.from({ length: 8 }, hold)));
    ends.delete('answered');
    expect(ends).toEqual(new Set(['SERVICE_UNAVAILABLE']));
    noteSafety('F19', { status: 503, code: 'SERVICE_UNAVAILABLE', note: 'eight at once' });
    expect(await hold()).toBe('answered');
  });
});

describe('F20 little memory for the API', { timeout: 300_000 }, () => {
  const [people, events] = [100, 45];
  const gathering = 'event:gathering-1';
  // As much as one question may cost, and all of it there to be read.
  const largest = `{ people(first: ${people}, filter: { eventId: "${gathering}" }) { edges { node { id name label facts(first: ${events}) { edges { node { factId kind statement certainty disputed } } } } } } }`;
  const little = {
    NODE_OPTIONS: '--max-old-space-size=256',
    GRAPH_ANSWER_STORE_MB: '0',
    // Memory is tried, not time: what is let in is worked on until it is answered.
    GRAPH_REQUEST_TIMEOUT_MS: '120000',
    GRAPH_TRANSACTION_TIMEOUT_MS: '120000',
  };

  beforeAll(async () => {
    await importFiles(database, await writeSourceFiles(Array.from({ length: events / 9 }, (_, index) => gatherings(index * 9 + 1, 9))));
    digest = await computeDigest(database);
  });

  it('F20: fifty of the largest pages at once are answered or refused, within what memory there is, and a restart takes 5 s at most', async () => {
    let service = await startService({ ...remote, ...little });
    onTestFinished(() => service.kill());
    await service.line(/^Ready/);
    const memory: number[] = [];
    const measuring = setInterval(() => memory.push(residentMb(service.pid)), 100);
    const answers = await Promise.all(Array.from({ length: 50 }, () => askOverHttp(service.url, largest)));
    clearInterval(measuring);
    const outcomes = answers.map((answer) => statusAndCode(answer).join(' ').trim());
    const count = (wanted: string) => outcomes.filter((outcome) => outcome === wanted).length;
    const [answered, refused] = [count('200'), count('503 SERVICE_UNAVAILABLE')];
    const memoryMb = Math.max(...memory);
    noteSafety('F20', { memoryMb, note: `${answered} × 200, ${refused} × 503` });
    expect(new Set(outcomes)).toEqual(new Set(['200', '503 SERVICE_UNAVAILABLE']));
    // 24 run at once, and 24 wait a moment.
    expect([answered > 0, refused >= 2]).toEqual([true, true]);
    expect(memoryMb).toBeLessThan(600);
    const whole = await askOverHttp(service.url, largest);
    expect(whole.body.data.people.edges.map(({ node }: { node: { facts: { edges: unknown[] } } }) => node.facts.edges.length)).toEqual(
      Array(people).fill(events),
    );
    const begun = performance.now();
    service.terminate();
    expect(await service.ended).toBe(0);
    service = await startService({ ...remote, ...little });
    await vi.waitFor(async () => expect((await fetch(`${service.url}/readyz`)).status).toBe(200), { timeout: 60_000, interval: 50 });
    const ms = performance.now() - begun;
    noteSafety('F20', { ms, note: 'stopped, started, ready' });
    expect(ms).toBeLessThan(5000);
  });

  /** A source of some gatherings, at each of which all were. */
  function gatherings(from: number, count: number): SourceFile {
    const numbers = Array.from({ length: count }, (_, index) => from + index);
    const guests = Array.from({ length: people }, (_, index) => index + 1);
    const lines = people + count;
    return {
      source: {
        id: `source:gatherings-${from}`,
        name: `聚会名单${from}`,
        file: `gatherings-${from}.txt`,
        sha256: `${from}`.padStart(64, '0'),
        lineCount: lines,
        filledLines: [`1-${lines}`],
        language: 'zh',
        published: '2034-04-02',
      },
      entities: {
        ...Object.fromEntries(
          guests.map((n) => [`person:guest-${n}`, { name: `来宾${n}`, lines: n, identifiedBy: 'the number on the list' }]),
        ),
        ...Object.fromEntries(
          numbers.map((n) => [`event:gathering-${n}`, { name: `第${n}次聚会`, lines: people + n - from + 1, kind: 'CONGRESS' }]),
        ),
      },
      facts: numbers.flatMap((n) =>
        guests.map((guest) => ({
          fact: 'PARTICIPATED_IN',
          participant: `person:guest-${guest}`,
          event: `event:gathering-${n}`,
          role: 'ATTENDEE',
          lines: guest,
        })),
      ) as SourceFile['facts'],
    };
  }
});
