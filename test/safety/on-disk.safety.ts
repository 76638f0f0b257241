import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { layOutHome } from '../../src/database/embedded/lay-out-home.ts';
import { startEmbedded } from '../../src/database/embedded/start-embedded.ts';
import { stopServer } from '../../src/database/embedded/stop-server.ts';
import { noteSafety } from '../support/note-safety.ts';
import { type Entry, runImport } from '../support/run-import.ts';
import { testFile } from '../support/seeded-graph.ts';
import { smallServer } from '../support/small-server.ts';
import { type Sync, traceSyncs } from '../support/trace-syncs.ts';

const files = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
const isLog = ({ file }: Sync): boolean => /\/transactions\/neo4j\/neostore\.transaction\.db\.\d+$/.test(file);

/** Of an operation that was acknowledged, the sync that began when its COMMIT was on its way and ended before the client heard. */
function syncOf(id: string, journal: readonly Entry[], syncs: readonly Sync[]): Sync | undefined {
  const at = (what: Entry['what']) => journal.find((entry) => entry.id === id && entry.what === what)?.at ?? Number.NaN;
  return syncs.find(({ from, to }) => at('sent') < from && to < at('stored'));
}

it('R4: what a client is told is stored, Neo4j has on disk by then', async (context) => {
  const home = mkdtempSync(join(tmpdir(), 'graph-on-disk-'));
  onTestFinished(async () => {
    await stopServer(layOutHome(home));
    rmSync(home, { recursive: true, force: true });
  });
  const server = await startEmbedded(smallServer(home), () => {});
  const endTrace = await traceSyncs(server.pid).catch((error: Error) => error);
  if (endTrace instanceof Error) {
    console.warn(`\n!!! R4 DID NOT RUN: strace may not attach, or is not there (Debian: apt-get install strace): ${endTrace.message}\n`);
    return context.skip(endTrace.message);
  }
  const { code, heard, journal } = await runImport(server, files).ended;
  const syncs = (await endTrace()).filter(isLog);
  expect([code, heard.acknowledged.length]).toEqual([0, files.length]);
  const found = heard.acknowledged.map((id) => syncOf(id, journal, syncs));
  expect(found).toEqual(files.map(() => expect.anything()));
  noteSafety('R4', { note: `${found.length} acknowledged writes, each after a sync of the transaction log; ${syncs.length} syncs in all` });
}, 120_000);
