import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { endServer } from '../../src/database/embedded/server-process.ts';
import { readRecord } from '../../src/database/embedded/server-record.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { migrate } from '../../src/recording/migrate.ts';
import { askOverHttp } from '../support/ask-over-http.ts';
import { checkHealed } from '../support/check-fault.ts';
import { noteSafety } from '../support/note-safety.ts';
import { testFile } from '../support/seeded-graph.ts';
import { serveGraph } from '../support/serve-graph.ts';
import { smallDisk } from '../support/small-disk.ts';
import { smallServer } from '../support/small-server.ts';

const disk = smallDisk(192);

if (typeof disk === 'string') {
  const reason = `a small disk cannot be mounted here, which needs root (${disk})`;
  console.warn(`F18 is NOT RUN: ${reason}.`);
  it('F18: is not run', ({ skip }) => skip(reason));
}

describe.skipIf(typeof disk === 'string')('F18 a disk that fills up', { timeout: 300_000 }, () => {
  if (typeof disk === 'string') return;
  const options = smallServer(disk.folder);
  const home = layOutHome(disk.folder, options.serverFolder);
  const acknowledged = new Set<number>();
  const unknown = new Set<number>();
  let database: Database;

  async function open() {
    const { uri, username, password } = await startEmbedded(options, () => {});
    database = connect({ uri, username, password, database: 'neo4j', transactionTimeoutMs: 10_000 });
  }

  beforeAll(open, 300_000);

  afterAll(async () => {
    await database.close();
    await stopServer(home);
    disk.remove();
  });

  /** Stores one thing of half a megabyte, and remembers what it was told. */
  async function store(id: number): Promise<unknown> {
    try {
      await database.write((tx) => tx.run('CREATE (:Probe {id: $id, text: $text})', { id, text: 'x'.repeat(512 * 1024) }));
      acknowledged.add(id);
      return undefined;
    } catch (error) {
      unknown.add(id);
      return error;
    }
  }

  it('F18: is said on /readyz before it is full, ends writes with a clear error, and loses nothing that was acknowledged', async () => {
    await migrate(database);
    await importFiles(database, [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')]);
    const digest = await computeDigest(database);
    await database.schema('CREATE CONSTRAINT probe_id IF NOT EXISTS FOR (n:Probe) REQUIRE n.id IS UNIQUE');
    const served = await serveGraph(database, { GRAPH_HOME: disk.folder, GRAPH_LEAST_FREE_MB: '32' });
    const failing = async () => {
      const { checks } = (await (await fetch(`${served.url}/readyz`)).json()) as { checks: { name: string; ok: boolean }[] };
      return checks.filter(({ ok }) => !ok).map(({ name }) => name);
    };
    expect(await failing()).toEqual([]);
    disk.fill(24);
    await expect.poll(failing, { timeout: 10_000 }).toEqual(['disk']);
    expect(await store(0)).toBeUndefined();
    disk.fill(4);
    let refusal: unknown;
    for (let id = 1; id <= 100 && refusal === undefined; id += 1) refusal = await store(id);
    expect(refusal).toMatchObject({ code: 'SERVICE_UNAVAILABLE', message: expect.stringContaining('disk') });
    const asked = await askOverHttp(served.url, '{ people(first: 1) { totalCount } }');
    expect([200, 503], served.logged.at(-2)).toContain(asked.status);
    await served.stop();
    await database.close();
    // With its disk full it does not end by itself in a minute.
    await endServer(readRecord(home)?.pid as number, home.home, 2000);
    await stopServer(home);
    disk.empty();
    await open();
    const stored = (await database.read('MATCH (n:Probe) RETURN n.id AS id ORDER BY id')).map(({ id }) => Number(id));
    expect(stored.filter((id) => !acknowledged.has(id) && !unknown.has(id))).toEqual([]);
    expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([]);
    expect(new Set(stored).size).toBe(stored.length);
    expect(await store(1000)).toBeUndefined();
    expect(await checkHealed(database, digest)).toEqual([]);
    noteSafety('F18', {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      note: `${acknowledged.size} acknowledged, all stored; free again after a restart, the rest of the graph as before`,
    });
  });
});
