import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/connect.ts';
import { OutcomeUnknownError } from '../../src/domain/errors.ts';
import { importFiles } from '../../src/importer/import-files.ts';
import { computeDigest } from '../../src/recording/digest.ts';
import { sumReports } from '../../src/recording/report.ts';
import { checkFault, checkHealed } from '../support/check-fault.ts';
import { clearGraph, testServer } from '../support/embedded-server.ts';
import { type FaultProxy, faultProxy } from '../support/fault-proxy.ts';
import { noteSafety } from '../support/note-safety.ts';
import { everyCase, sample, seed } from '../support/sample.ts';
import { emptyGraph, testFile } from '../support/seeded-graph.ts';

type Side = 'before' | 'after';
const files = [testFile('spring-forum.yaml'), testFile('autumn-forum.yaml')];
let direct: Database;
let digest: string;
let created: number;
let messages: readonly string[];

/** An import over a network of which the test is master. Shape: how many sources were acknowledged, and what it ended in. */
async function importOver(cut: (way: FaultProxy) => void) {
  const way = await faultProxy(testServer().uri);
  const database = connect({ ...testServer(), uri: way.uri, database: 'neo4j', transactionTimeoutMs: 10_000 });
  let acknowledged = 0;
  cut(way);
  const progress = () => {
    acknowledged += 1;
  };
  try {
    const reports = await importFiles(database, files, { progress });
    return { acknowledged, messages: way.messages, created: sumReports(reports).created };
  } catch (error) {
    return { acknowledged, messages: way.messages, error: error as Error };
  } finally {
    await database.close();
    await way.close();
  }
}

beforeAll(async () => {
  direct = await emptyGraph();
  ({ messages, created = 0 } = await importOver(() => {}));
  digest = await computeDigest(direct);
});

afterAll(() => direct.close());

/** What is wrong after the fault, and after the same command again. */
async function judge({ acknowledged, error }: { acknowledged: number; error?: Error }): Promise<string[]> {
  const after = await checkFault(direct, { acknowledged, unknown: error instanceof OutcomeUnknownError ? 1 : 0 });
  await importFiles(direct, files);
  return [...after, ...(await checkHealed(direct, digest))];
}

describe('F4: an import that is cut', { timeout: 3_600_000 }, () => {
  it('at any message has its effect once, and the same command again makes it whole', async () => {
    expect(messages.filter((name) => name === 'COMMIT').length).toBeGreaterThan(files.length);
    const cases = messages.flatMap((name, index) => (['before', 'after'] as Side[]).map((side) => ({ name, n: index + 1, side })));
    const commits = cases.filter(({ name }) => name === 'COMMIT');
    const tried = [
      ...commits,
      ...sample(
        cases.filter(({ name }) => name !== 'COMMIT'),
        12,
      ),
    ];
    const wrong: string[] = [];
    let failed = 0;
    for (const { name, n, side } of tried) {
      await clearGraph(direct);
      const ended = await importOver((way) => way.cutAt(n, side));
      if (ended.error) failed += 1;
      else if (ended.created !== created) wrong.push(`${n} ${name} ${side}: says ${ended.created} created, not ${created}`);
      wrong.push(...(await judge(ended)).map((what) => `${n} ${name} ${side}: ${what}`));
    }
    const note = `${tried.length} of ${cases.length} cuts (${commits.length} at COMMIT), ${failed} told as failed; seed ${everyCase ? 'none' : seed}`;
    noteSafety('F4', { note });
    expect(wrong).toEqual([]);
  });

  it.each<[Side, number]>([
    ['before', 0],
    ['after', 1],
  ])('%s its COMMIT is heard, with no way back, says that the outcome is unknown and to run it again', async (side, stored) => {
    await clearGraph(direct);
    const last = messages.lastIndexOf('COMMIT', messages.lastIndexOf('COMMIT') - 1) + 1;
    const began = performance.now();
    const ended = await importOver((way) => way.cutAt(last, side, () => way.shut()));
    expect(ended.error).toBeInstanceOf(OutcomeUnknownError);
    expect(ended.error).toMatchObject({ exitCode: 4, message: expect.stringContaining('Run the same command again.') });
    expect(await direct.read('MATCH (o:Operation) RETURN count(o) AS n')).toEqual([{ n: ended.acknowledged + stored }]);
    expect(await judge(ended)).toEqual([]);
    noteSafety('F4', { code: 'exit 4', ms: Math.round(performance.now() - began), note: `no way back ${side} COMMIT` });
  });
});
