import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { askOverHttp, bearer } from '../support/ask-over-http.ts';
import { checkHealed } from '../support/check-fault.ts';
import { testServer } from '../support/embedded-server.ts';
import { claims, jwtSettings, signed } from '../support/make-token.ts';
import { noteSafety } from '../support/note-safety.ts';
import { runCommand } from '../support/run-command.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';
import { startService } from '../support/start-service.ts';

const library = readdirSync('/usr/lib')
  .map((folder) => `/usr/lib/${folder}/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));
const files = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
const day = 86_400;
const now = () => Math.floor(Date.now() / 1000);

const reason = 'libfaketime was not found; install it (Debian: apt-get install libfaketime)';

if (!library) {
  console.warn(`\n!!! F22 DID NOT RUN: ${reason}.\n`);
  it('F22: is not run', ({ skip }) => skip(reason));
}

/** Settings of a process whose clock differs from that of the machine, and so from that of Neo4j. */
function clockOff(by: string): Record<string, string> {
  const { uri, username, password } = testServer();
  const settings = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
  // What measures how long something takes is not set back.
  return { ...settings, LD_PRELOAD: library ?? '', FAKETIME: by, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

describe.skipIf(!library)('with a clock that is off', { timeout: 300_000 }, () => {
  let database: Database;
  let digest: string;
  beforeAll(async () => {
    database = await emptyGraph();
    await importFiles(database, files);
    digest = await computeDigest(database);
  });
  afterAll(() => database.close());

  it('F22: what was imported a day ahead and then a day back is the same graph, each write once, and nothing locked', async () => {
    const empty = await emptyGraph();
    onTestFinished(() => empty.close());
    for (const [index, by] of ['+1d', '-1d'].entries())
      expect(await runCommand(['import', files[index] as string], clockOff(by)).ended).toMatchObject({ code: 0 });
    expect(await checkHealed(empty, digest)).toEqual([]);
    const ids = await empty.read('MATCH (o:Operation) RETURN count(o) AS stored, count(DISTINCT o.id) AS different');
    expect(ids[0]?.stored).toBe(ids[0]?.different);
  });

  it('F22: a token is good half a minute longer than it says, and no more, by the clock of the service', async () => {
    const service = await startService({ ...clockOff('+1d'), ...jwtSettings, GRAPH_ACCESS: 'private' });
    onTestFinished(() => service.kill());
    await service.line(/^Ready/);
    const statusUntil = async (exp: number) =>
      (await askOverHttp(service.url, '{ __typename }', bearer(await signed(claims({ exp: now() + day + exp }))))).status;
    expect([await statusUntil(600), await statusUntil(-20), await statusUntil(-61)]).toEqual([200, 200, 401]);
    expect((await askOverHttp(service.url, '{ __typename }', bearer(await signed()))).status).toBe(401);
    noteSafety('F22', { status: 401, note: 'a day ahead and back: equal digest; a token 20 s past: 200, 61 s past: 401' });
  });
});
