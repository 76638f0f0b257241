import { afterAll, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.ts';
import { measureApart } from './apart/measure-apart.ts';
import { type BulkLoad, loadInBulk } from './bulk/load-in-bulk.ts';
import { compareCanned } from './canned/compare-canned.ts';
import { judgeCanned } from './canned/judge-canned.ts';
import { apolloQuestions } from './compare/apollo-questions.ts';
import { compareServers } from './compare/compare-servers.ts';
import { judge } from './compare/judge.ts';
import { judgeGrowth, type OfSize } from './compare/judge-growth.ts';
import { plainQuestions } from './compare/plain-questions.ts';
import { postgraphileQuestions } from './compare/postgraphile-questions.ts';
import { printComparison, printVerdicts } from './compare/print-comparison.ts';
import { summarise } from './compare/summarise.ts';
import { describeRun, inOneLine } from './describe-run.ts';
import { moreOperations, type Operation, operationsOn } from './operations.ts';
import { fillPostgres } from './postgres/fill-postgres.ts';
import { startPostgres } from './postgres/start-postgres.ts';
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
  firstWarmSeconds: set('BENCH_FIRST_WARM_SECONDS', 30),
};
const dossier = 'R2 dossier of a person at 20 events';
const loads: BulkLoad[] = [];
const measured: OfSize[] = [];

afterAll(async () => {
  for (const { stop } of loads) await stop();
});

// All before any is measured: the sizes are compared with each other, and the largest takes an hour to load.
it.each(sizes)('loads %o', async (size) => {
  loads.push(await loadInBulk(size));
});

it.each(sizes)('compares the service with its peers at %o', async (size) => {
  // Compiles the program and builds its pages, if they are not: no part of a start.
  await runCommand(['--help'], {}).ended;
  const { database, login, hash, rows, seconds } = loads[sizes.indexOf(size)] as BulkLoad;
  const postgres = await startPostgres();
  try {
    if (typeof postgres === 'object') await fillPostgres(postgres.url, database);
    const all = [...moreOperations, ...(await operationsOn(database))];
    const operations = all.filter(({ name }) => only.test(name));
    const own = { plain: await plainQuestions(database), postgraphile: postgraphileQuestions, apollo: apolloQuestions };
    const comparison = await compareServers({ login, postgres }, operations, own, effort);
    const run = await describeRun(database);
    const summaries = summarise(comparison);
    const canned =
      only.test('canned') && size === sizes[0]
        ? await compareCanned(login, all.find(({ name }) => name === dossier) as Operation, own, effort)
        : undefined;
    const cannedSummaries = canned ? summarise(canned) : [];
    measured.push({ people: size.people, operations, summaries });
    const apart = only.test('apart') ? await measureApart(database, login, all, effort) : [];
    const verdicts = [
      ...judge(comparison, summaries, { cores: run.cores, people: size.people }),
      ...judgeCanned(cannedSummaries),
      ...apart,
    ];
    const loaded = `Loaded in bulk: ${seconds.write} s to write the tables, ${seconds.store} s to store them, ${seconds.index} s to start Neo4j and index.`;
    const without = typeof postgres === 'string' ? `Without PostGraphile: ${postgres}.\n` : '';
    const head = `# ${size.people} people, seed ${size.seed}: ${rows} rows, SHA-256 ${hash}\n\n${inOneLine(run)}\n${loaded}\n${without}${JSON.stringify(effort)}`;
    storeResult(
      `compare-${size.people}`,
      printComparison(head, [...summaries, ...cannedSummaries], verdicts, [...comparison.failures, ...(canned?.failures ?? [])]),
      {
        run,
        size,
        hash,
        rows,
        seconds,
        effort,
        summaries,
        verdicts,
        ...comparison,
        canned,
      },
    );
  } finally {
    if (typeof postgres === 'object') postgres.stop();
  }
});

it('tells how time grows with the graph', () => {
  expect(measured).toHaveLength(sizes.length);
  const verdicts = judgeGrowth(measured);
  const head = `# The same questions at ${measured.map(({ people }) => people).join(', ')} people\n`;
  if (verdicts.length > 0) storeResult('growth', `${head}\n${printVerdicts(verdicts)}`, { verdicts });
});
