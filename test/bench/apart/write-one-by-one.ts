import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../../src/database/connect.ts';
import { importFiles } from '../../../src/importer/import-files.ts';
import type { Server } from '../compare/servers.ts';
import { spreadOf } from '../compare/summarise.ts';
import type { Verdict } from '../compare/verdict.ts';
import type { Operation } from '../operations.ts';
import { writeSmallSource, writtenEvent } from './small-source.ts';
import { copyPart, readPart, storePart } from './store-copy.ts';

const writes = Number(process.env.BENCH_WRITES ?? 40);
const readsPerWrite = 19;
const mostStaleMs = 1000;

/** W1 and W3: a person with three facts, imported and by hand; and such writes among nineteen times as many reads of a service that keeps answers. */
export async function writeOneByOne(database: Database, server: Server, read: Operation): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-small-'));
  let number = 0;
  const write = async () => void (await importFiles(database, [writeSmallSource(folder, number++)]));
  try {
    // The first few are slow: plans, and the compiler.
    for (let warm = 0; warm < 5; warm += 1) await write();
    return [await compareWrites(database, write), await mixWithReads(server, read, write, () => number)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** W1: no target, but both told. */
async function compareWrites(database: Database, write: () => Promise<void>): Promise<Verdict> {
  const part = await readPart(database, 1);
  const [ours, byHand]: [number[], number[]] = [[], []];
  for (let copy = -5; copy < writes; copy += 1) {
    const took = [await timeOf(write), await timeOf(() => storePart(database, copyPart(part, 1, `copy-${copy + 5}`)))] as const;
    if (copy >= 0) for (const [index, times] of [ours, byHand].entries()) times.push(took[index] ?? 0);
  }
  const [p50, hand] = [spreadOf(ours).median, spreadOf(byHand).median];
  const about = `a person with three facts: a small source imported, ${p50.toFixed(0)} ms at the median, its nodes and relationships by hand ${hand.toFixed(1)} ms`;
  return { target: 'W1', about, reading: `${(p50 / hand).toFixed(1)} ×` };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** W3: each answer tells how many are written; it may tell of an older state only within a second after the newer was stored. */
async function mixWithReads(server: Server, read: Operation, write: () => Promise<void>, written: () => number): Promise<Verdict> {
  const storedAt = new Map<number, number>();
  let [reads, stale] = [0, 0];
  const before = await countWritten(server);
  const base = written();
  const began = performance.now();
  for (let round = 1; round <= writes; round += 1) {
    await write();
    storedAt.set(before + written() - base, performance.now());
    for (let each = 0; each < readsPerWrite; each += 1) {
      const asked = performance.now();
      if (each % 4 === 0) {
        const next = storedAt.get((await countWritten(server)) + 1);
        if (next !== undefined) stale = Math.max(stale, asked - next);
      } else await ask(server, read);
      reads += 1;
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const all = Math.round((reads + writes) / seconds);
  const about = `${reads} reads and ${writes} writes one after another, ${all} a second; the oldest answer was out of date for at most ${mostStaleMs} ms`;
  return { target: 'W3', about, reading: `${stale.toFixed(0)} ms`, met: stale <= mostStaleMs };
}

const counting = { query: 'query W3($id: ID!) { roster(eventId: $id, first: 1) { recorded } }', variables: { id: writtenEvent } };

async function countWritten(server: Server): Promise<number> {
  const { data } = JSON.parse(await ask(server, counting)) as { data: { roster: { recorded: number } } };
  return data.roster.recorded;
}

async function ask({ url }: Server, { query, variables }: Pick<Operation, 'query' | 'variables'>): Promise<string> {
  const body = JSON.stringify({ query, variables });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const text = await response.text();
  if (!response.ok) throw new Error(text.slice(0, 500));
  return text;
}
