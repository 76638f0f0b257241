import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/connect.ts';
import { betweenBatches } from '../support/between-batches.ts';
import { testServer } from '../support/embedded-server.ts';
import { type FaultedImport, importWhole, importWithFault, type PointFault, type WholeImport } from '../support/fault-import.ts';
import { judgeImport, passLockTime } from '../support/judge-import.ts';
import { writeLargeSource } from '../support/large-source.ts';
import { noteSafety } from '../support/note-safety.ts';
import { everyCase, sample, seed } from '../support/sample.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

type Side = NonNullable<PointFault['side']>;
const sides: Side[] = ['before', 'after'];
/** Where a COMMIT is cut, and how many writes it has stored. */
const stored: [Side, number][] = [
  ['before', 0],
  ['after', 1],
];
const small = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
const login = testServer();
let database: Database;
let whole: WholeImport;

beforeAll(async () => {
  database = await emptyGraph();
  whole = await importWhole(database, login, small);
});

afterAll(() => database.close());

const createdIn = ({ out }: FaultedImport): number => Number(/^(\d+) created/m.exec(out)?.[1]);

/** Cuts an import, and judges what it says of itself and what is stored. */
async function cut(files: readonly string[], without: WholeImport, fault: PointFault) {
  const ended = await importWithFault(database, login, files, fault);
  await passLockTime(database);
  const { wrong } = await judgeImport(database, login, files, without.digest, ended);
  const created = createdIn(ended);
  const told = ended.code === 0 && created !== createdIn(without) ? [`says ${created} created, not ${createdIn(without)}`] : [];
  return { ...ended, wrong: [...told, ...wrong].map((what) => `${fault.n} ${without.messages[fault.n - 1]} ${fault.side}: ${what}`) };
}

describe('F4: an import that is cut', { timeout: 7_200_000 }, () => {
  it('at any message has its effect once, and the same command again makes it whole', async () => {
    expect(whole.messages.filter((name) => name === 'COMMIT').length).toBeGreaterThan(small.length);
    const cases = whole.messages.flatMap((name, index) => sides.map((side) => ({ name, n: index + 1, side })));
    const commits = cases.filter(({ name }) => name === 'COMMIT');
    const others = cases.filter(({ name }) => name !== 'COMMIT');
    const tried = [...sample(commits, 3), ...sample(others, 2)];
    const found: string[] = [];
    let failed = 0;
    for (const { n, side } of tried) {
      const { code, wrong } = await cut(small, whole, { n, side });
      if (code !== 0) failed += 1;
      found.push(...wrong);
    }
    const atCommit = tried.filter(({ name }) => name === 'COMMIT').length;
    const note = `${tried.length} of ${cases.length} cuts (${atCommit} of ${commits.length} at COMMIT), ${failed} told as failed; seed ${everyCase ? 'none' : seed}`;
    noteSafety('F4', { note });
    expect(found).toEqual([]);
  });

  it('between two batches of a source has each of them once', async () => {
    const large = [await writeLargeSource(1100)];
    const without = await importWhole(database, login, large);
    const found: string[] = [];
    let between = 0;
    for (const side of sample(sides, 1)) {
      const cuts = await betweenBatches(without, everyCase ? 20 : 1, (n) => cut(large, without, { n, side }));
      found.push(...cuts.wrong);
      between += cuts.between;
    }
    noteSafety('F4', { note: `${between} cuts between the batches of a source; seed ${seed}` });
    expect(found).toEqual([]);
    expect(between).toBeGreaterThanOrEqual(1);
  });

  it.each(sample(stored, 1))(
    '%s its COMMIT is heard, with no way back, says that the outcome is unknown and to run it again',
    async (side, writes) => {
      const { messages, digest } = whole;
      const n = messages.lastIndexOf('COMMIT', messages.lastIndexOf('COMMIT') - 1) + 1;
      const began = performance.now();
      const ended = await importWithFault(database, login, small, { n, side, also: (_, way) => way.shut() });
      noteSafety('F4', { code: `exit ${ended.code}`, ms: Math.round(performance.now() - began), note: `no way back ${side} COMMIT` });
      expect([ended.code, ended.said]).toEqual([4, expect.stringContaining('Run the same command again.')]);
      expect(ended.heard.unknown.length).toBe(1);
      const [operations] = await database.read('MATCH (o:Operation) RETURN count(o) AS n');
      expect(operations?.n).toBe(ended.heard.acknowledged.length + writes);
      await passLockTime(database);
      expect((await judgeImport(database, login, small, digest, ended)).wrong).toEqual([]);
    },
  );
});
