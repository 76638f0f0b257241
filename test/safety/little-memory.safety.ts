import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import type { SourceFile } from '../../src/domain/source-file.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { askOverHttp, statusAndCode } from '../support/ask-over-http.ts';
import { checkHealed } from '../support/check-fault.ts';
import { writeSourceFiles } from '../support/hub-event.ts';
import { noteSafety } from '../support/note-safety.ts';
import { residentMb } from '../support/resident-memory.ts';
import { startService } from '../support/start-service.ts';
import { type UsualServer, usualServer } from '../support/usual-server.ts';

let server: UsualServer;
let database: Database;
let digest: string;

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
    server = await usualServer();
    database = server.database;
    await importFiles(database, await writeSourceFiles(Array.from({ length: events / 9 }, (_, index) => gatherings(index * 9 + 1, 9))));
    digest = await computeDigest(database);
  }, 300_000);

  afterAll(() => server.stop());

  it('F20: fifty of the largest pages at once are answered or refused, within what memory there is, and a restart takes 5 s at most', async () => {
    let service = await startService({ ...server.settings, ...little });
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
    service = await startService({ ...server.settings, ...little });
    await vi.waitFor(async () => expect((await fetch(`${service.url}/readyz`)).status).toBe(200), { timeout: 60_000, interval: 50 });
    const ms = performance.now() - begun;
    noteSafety('F20', { ms, note: 'stopped, started, ready' });
    expect(ms).toBeLessThan(5000);
    expect(await checkHealed(database, digest)).toEqual([]);
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
