import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { checkHealed, checkWrites } from '../support/check-fault.ts';
import { clearGraph, testServer } from '../support/embedded-server.ts';
import { writeLargeSource } from '../support/large-source.ts';
import { noteSafety } from '../support/note-safety.ts';
import { runCommand } from '../support/run-command.ts';
import { type EndedImport, runImport } from '../support/run-import.ts';
import { emptyGraph } from '../support/seeded-graph.ts';

const busy = 'Another import, restore or reset is running. Wait until it has ended, then run this again.';
// A pause longer than the lock lasts, on a busy machine, lets another take over.
const again = /^Another import, restore or reset (?:is running|has taken over)/m;
let database: Database;

const start = (file: string): Promise<EndedImport> => runImport(testServer(), [file]).ended;
const createdIn = ({ out }: EndedImport): number => Number(/^(\d+) created/m.exec(out)?.[1]);

beforeAll(async () => {
  database = await emptyGraph();
  // Compiled once, not by all of them together.
  await runCommand(['--help'], {}).ended;
});
beforeEach(() => clearGraph(database));
afterAll(() => database.close());

/** The digest of the files imported one after the other. */
async function digestOf(files: readonly string[]): Promise<string> {
  for (const file of files) await importFiles(database, [file]);
  const digest = await computeDigest(database);
  await clearGraph(database);
  return digest;
}

/** Each write that one of them was told is stored stands there, and once, and no other; nor is anything else doubled. */
async function checkAll(ends: readonly EndedImport[], digest: string): Promise<string[]> {
  const [acknowledged, unknown] = [ends.flatMap(({ heard }) => heard.acknowledged), ends.flatMap(({ heard }) => heard.unknown)];
  return [...(await checkWrites(database, { acknowledged, unknown })), ...(await checkHealed(database, digest))];
}

describe('imports at once', { timeout: 600_000 }, () => {
  it('F9: of one file in two processes, one works; the other is told to wait, or finds it imported', async () => {
    const file = await writeLargeSource(1100);
    const digest = await digestOf([file]);
    const ends = await Promise.all([start(file), start(file)]);
    const [told, done] = [ends.filter(({ code }) => code === 1), ends.filter(({ code }) => code === 0)];
    expect(done.map(createdIn).filter((created) => created > 0).length).toBe(1);
    for (const { said } of told) expect(said).toContain(busy);
    expect(told.length + done.length).toBe(2);
    noteSafety('F9', { note: told.length > 0 ? 'the other: an import is running' : 'the other: nothing left to do' });
    expect(await checkAll(ends, digest)).toEqual([]);
  });

  it('F10: of four overlapping files, each run again when it is told to, leave what one after the other leaves', async () => {
    const files = await Promise.all([0, 40, 80, 120].map((from, index) => writeLargeSource(600, { name: `chronicle-${index}`, from })));
    const digest = await digestOf(files);
    const told: EndedImport[] = [];
    const untilDone = async (file: string): Promise<EndedImport> => {
      const ended = await start(file);
      if (ended.code !== 1 || !again.test(ended.said)) return ended;
      told.push(ended);
      return untilDone(file);
    };
    const began = performance.now();
    const ends = await Promise.all(files.map(untilDone));
    expect(ends.map(({ code, said }) => (code === 0 ? 0 : said))).toEqual([0, 0, 0, 0]);
    noteSafety('F10', { ms: Math.round(performance.now() - began), note: `4 importers, told ${told.length} times to run it again` });
    expect(await checkAll([...told, ...ends], digest)).toEqual([]);
  });
});
