import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'vitest';
import { importFiles } from '../../src/importer/import-files.ts';
import { runCommand } from '../support/run-command.ts';
import { compareServers } from './compare/compare-servers.ts';
import { judge } from './compare/judge.ts';
import { plainQuestions } from './compare/plain-questions.ts';
import { printComparison } from './compare/print-comparison.ts';
import { summarise } from './compare/summarise.ts';
import { describeRun, inOneLine } from './describe-run.ts';
import { freshServer } from './fresh-server.ts';
import { writeGraphFiles } from './generate/write-graph-files.ts';
import { operationsOn } from './operations.ts';
import { sizes } from './sizes.ts';
import { storeResult } from './store-result.ts';

const set = (name: string, usual: number): number => Number(process.env[name] ?? usual);
/** Which operations: a part of their names, for a quick look. */
const only = new RegExp(process.env.BENCH_ONLY ?? '');
const effort = {
  starts: set('BENCH_STARTS', 3),
  repeats: set('BENCH_REPEATS', 2),
  seconds: set('BENCH_SECONDS', 3),
  warmSeconds: set('BENCH_WARM_SECONDS', 5),
};

it.each(sizes)('compares the service with its peers at %o', async (size) => {
  const folder = mkdtempSync(join(tmpdir(), 'graph-bench-files-'));
  const { files, rows, hash } = await writeGraphFiles(folder, size);
  // Compiles the program and builds its pages, if they are not: no part of a start.
  await runCommand(['--help'], {}).ended;
  const { database, login, stop } = await freshServer();
  try {
    await importFiles(database, files);
    rmSync(folder, { recursive: true });
    await database.schema('CALL db.prepareForReplanning(120)');
    const operations = (await operationsOn(database)).filter(({ name }) => only.test(name));
    const comparison = await compareServers(login, operations, await plainQuestions(database), effort);
    const run = await describeRun(database);
    const summaries = summarise(comparison);
    const verdicts = judge(comparison, summaries, { cores: run.cores, people: size.people });
    const head = `# ${size.people} people, seed ${size.seed}: ${rows} rows, SHA-256 ${hash}\n\n${inOneLine(run)}\n${JSON.stringify(effort)}`;
    storeResult(`compare-${size.people}`, printComparison(head, summaries, verdicts, comparison.failures), {
      run,
      size,
      hash,
      rows,
      effort,
      summaries,
      verdicts,
      ...comparison,
    });
  } finally {
    await stop();
  }
});
